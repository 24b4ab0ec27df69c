// Bundles the extension and puts the built claimlint of this repository beside it. Run npm run build at the top first.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
if (!existsSync(`${root}dist/lsp-worker.js`)) throw new Error('claimlint is not built; run npm run build at the top')

await build({
  absWorkingDir: here,
  entryPoints: ['extension.mjs'],
  outfile: 'out/extension.js',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
  minify: true,
  legalComments: 'none',
})

// What the language server needs and no more: no types, no playground, no examples.
const unneeded = /[\\/](?:types|playground\.html|claimlint-core\.js|rule-examples\.json)$/
rmSync(`${here}server`, { recursive: true, force: true })
mkdirSync(`${here}server/bin`, { recursive: true })
cpSync(`${root}bin`, `${here}server/bin`, { recursive: true })
cpSync(`${root}dist`, `${here}server/dist`, { recursive: true, filter: (path) => !unneeded.test(path) })
for (const file of ['package.json', 'LICENSE']) cpSync(`${root}${file}`, `${here}server/${file}`)
