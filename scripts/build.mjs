// Builds dist/: the rules as JSON, the program, the core for browsers and libraries, its types.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { forNode, root, runScript } from './bundle.mjs'
import { thirdPartyLicences } from './licences.mjs'

const dist = join(root, 'dist')

async function compileRules() {
  const code = await runScript('scripts/compile-rules.ts', [join(root, 'rules'), dist])
  if (code !== 0) throw new Error('the rules do not compile')
}

/** Split, so that help and version load neither parsers nor rules. */
function bundleProgram() {
  return build({
    ...forNode,
    entryPoints: { claimlint: 'src/cli/main.ts', 'lsp-worker': 'src/cli/lsp/worker.ts' },
    outdir: dist,
    metafile: true,
    splitting: true,
    chunkNames: 'chunk-[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
  })
}

function bundleCore() {
  return build({
    ...forNode,
    banner: {},
    metafile: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    target: 'es2023',
    entryPoints: ['src/core/index.ts'],
    outfile: join(dist, 'claimlint-core.js'),
  })
}

function emitTypes() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('the types of the core do not compile')
}

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
await compileRules()
const built = await Promise.all([bundleProgram(), bundleCore()])
writeFileSync(join(dist, 'THIRD-PARTY-LICENCES.txt'), thirdPartyLicences(built.map(({ metafile }) => metafile)))
emitTypes()
