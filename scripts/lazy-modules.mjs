import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './bundle.mjs'

/**
 * Modules of the program that bring a large package and are not needed by every run. Each becomes a file of its own, which is
 * loaded when one of its functions is first called. They export functions and plain texts only.
 */
const lazyModules = [
  'src/core/documents/markdown-parse.ts',
  'src/core/documents/yaml.ts',
  'src/core/documents/toml.ts',
  'src/core/documents/html-events.ts',
  'src/cli/config/read.ts',
  'src/cli/baseline-file.ts',
  'src/cli/decision-file.ts',
  'src/cli/files/find-files.ts',
  'src/cli/files/globs.ts',
]

const nameOf = (module) => `lazy-${basename(module, '.ts')}`

/** Entry points of the lazy modules, by the name of their file. */
export const lazyEntries = Object.fromEntries(lazyModules.map((module) => [nameOf(module), module]))

/** A module that passes calls on to the file of a lazy one. */
function standIn(module) {
  const source = readFileSync(join(root, module), 'utf8')
  const functions = [...source.matchAll(/^export function (\w+)/gm)].map(([, name]) => name)
  const texts = [...source.matchAll(/^export const \w+ = '[^']*'$/gm)].map(([line]) => line)
  const exported = source.match(/^export (?!type|interface)/gm) ?? []
  if (exported.length !== functions.length + texts.length) throw new Error(`${module} exports more than functions`)
  const calls = functions.map((name) => `export const ${name} = (...given) => load().${name}(...given)`)
  return ['let loaded', `const load = () => (loaded ??= require('./${nameOf(module)}.cjs'))`, ...calls, ...texts].join(
    '\n',
  )
}

/** Puts stand-ins where lazy modules are imported. */
export const lazyLoading = {
  name: 'lazy-loading',
  setup(builder) {
    builder.onResolve({ filter: /^\.\/lazy-.*\.cjs$/ }, ({ path }) => ({ path, external: true }))
    builder.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir, kind }) => {
      if (kind === 'entry-point') return undefined
      const module = lazyModules.find((each) => join(root, each) === join(resolveDir, path))
      return module && { path: module, namespace: 'stand-in', sideEffects: false }
    })
    builder.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({ contents: standIn(path), loader: 'js' }))
  },
}
