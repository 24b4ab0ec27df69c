// Builds dist/: the rules as JSON, the program, the core for browsers and libraries, its types.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, transform } from 'esbuild'
import { forNode, root, runScript } from './bundle.mjs'
import { lazyEntries, lazyLoading } from './lazy-modules.mjs'
import { thirdPartyLicences } from './licences.mjs'
import { buildPlayground } from './playground.mjs'

const dist = join(root, 'dist')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const define = { claimlintVersion: JSON.stringify(version) }

async function compileRules() {
  const code = await runScript('scripts/compile-rules.ts', [join(root, 'rules'), dist])
  if (code !== 0) throw new Error('the rules do not compile')
}

/**
 * Split, so that help and version load neither parsers nor rules. Written as CommonJS: Node starts that sooner, and a file can be
 * loaded where it is needed without waiting.
 */
async function bundleProgram() {
  const built = await build({
    ...forNode,
    banner: {},
    plugins: [lazyLoading, ...forNode.plugins],
    entryPoints: { claimlint: 'src/cli/main.ts', ...lazyEntries },
    outdir: dist,
    outExtension: { '.js': '.cjs' },
    metafile: true,
    splitting: true,
    chunkNames: 'chunk-[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
  })
  for (const { path, text } of built.outputFiles) writeFileSync(path, await asCommonJs(text))
  writeFileSync(join(dist, 'claimlint.js'), "export { processIo, run } from './claimlint.cjs'\n")
  return built
}

const moduleUrl = "const moduleUrl = require('node:url').pathToFileURL(__filename).href;"

async function asCommonJs(text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'moduleUrl' },
    banner: text.includes('import.meta.url') ? moduleUrl : '',
  })
  return code
}

/** Settings of what runs anywhere. */
const anywhere = {
  ...forNode,
  banner: {},
  metafile: true,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  conditions: ['import'],
  target: 'es2023',
}

function bundleCore() {
  const outfile = join(dist, 'claimlint-core.js')
  return build({ ...anywhere, define, entryPoints: ['src/core/index.ts'], outfile })
}

/** The built-in rules as a module, for those who use the library. */
async function bundleRules(text) {
  const rulesText = JSON.stringify(text)
  const outfile = join(dist, 'claimlint-rules.js')
  const built = await build({
    ...anywhere,
    define: { rulesText },
    charset: 'utf8',
    minifySyntax: true,
    entryPoints: ['src/playground/rules/built-in-rules.ts'],
    outfile,
  })
  writeFileSync(
    join(dist, 'claimlint-rules.d.ts'),
    "import type { PackSource } from './types/core/index.d.ts'\n/** The built-in rules. */\nexport declare const rules: PackSource\n",
  )
  return built
}

function emitTypes() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('the types of the core do not compile')
}

/** What the compiler of rules wrote for this build alone. */
function takeRules(ending) {
  const file = join(dist, `rules.${ending}`)
  const content = readFileSync(file)
  rmSync(file)
  return content
}

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
await compileRules()
const rulesText = takeRules('text').toString()
const ranked = { ranks: takeRules('ranks').toString(), bytes: takeRules('bytes') }
const built = await Promise.all([bundleProgram(), bundleCore(), bundleRules(rulesText)])
const metafiles = built.map(({ metafile }) => metafile)
metafiles.push(await buildPlayground(join(dist, 'playground.html'), ranked, define))
writeFileSync(join(dist, 'THIRD-PARTY-LICENCES.txt'), thirdPartyLicences(metafiles))
emitTypes()
