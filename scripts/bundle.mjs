import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** CommonJS packages in an ESM bundle ask for `require`. */
const requireBanner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/** Modules of this repository only declare; so what a bundle does not use of them stays out of it. */
const withoutSideEffects = {
  name: 'without-side-effects',
  setup(builder) {
    builder.onResolve({ filter: /^\..*\.ts$/ }, async ({ path, resolveDir, pluginData, kind, importer }) => {
      if (pluginData === 'resolved') return undefined
      const resolved = await builder.resolve(path, { resolveDir, kind, importer, pluginData: 'resolved' })
      return { ...resolved, sideEffects: false }
    })
  },
}

/** Settings of every bundle for Node. */
export const forNode = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  logLevel: 'warning',
  banner: { js: requireBanner },
  plugins: [withoutSideEffects],
}

/** Bundles a TypeScript program of this repository and runs it; answers its exit code. */
export async function runScript(script, args) {
  const folder = join(root, 'node_modules', '.cache', 'claimlint')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, `${basename(script, '.ts')}-${process.pid}.mjs`)
  try {
    await build({ ...forNode, entryPoints: [script], outfile, sourcemap: 'inline' })
    const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], { stdio: 'inherit' })
    return status ?? 1
  } finally {
    rmSync(outfile, { force: true })
  }
}
