import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Which folders a folder may import from besides itself, and which packages. DESIGN: one direction, documents, rules, claims, proof and formats apart. */
const layers: Readonly<Record<string, { readonly from: readonly string[]; readonly packages: readonly string[] }>> = {
  'core/model': { from: [], packages: [] },
  'core/text': { from: ['core/model'], packages: [] },
  'core/documents': {
    from: ['core/model', 'core/text'],
    packages: ['unified', 'remark-*', 'mdast*', 'micromark*', 'unist*', 'yaml', 'htmlparser2', 'toml-eslint-parser'],
  },
  'core/rules': { from: ['core/model', 'core/text'], packages: ['yaml', 're2js'] },
  'core/claims': { from: ['core/model', 'core/text'], packages: [] },
  'core/proof': { from: ['core/model', 'core/text'], packages: [] },
  'core/formats': { from: ['core/model', 'core/text'], packages: [] },
  'core/audit': {
    from: ['core/model', 'core/text', 'core/documents', 'core/rules', 'core/claims', 'core/proof'],
    packages: [],
  },
  core: {
    from: [
      'core/model',
      'core/text',
      'core/documents',
      'core/rules',
      'core/claims',
      'core/proof',
      'core/formats',
      'core/audit',
    ],
    packages: [],
  },
  'playground/rules': { from: ['core/model', 'core/rules'], packages: [] },
  'playground/page': { from: ['core/model', 'core/audit', 'playground/rules'], packages: [] },
  cli: {
    from: ['core'],
    packages: [
      'commander',
      'chalk',
      'fast-glob',
      'ignore',
      'picomatch',
      'yaml',
      'zod*',
      'vscode-languageserver*',
      'node:*',
    ],
  },
}

const root = resolve('src')
const sources = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))

const folderOf = (path: string) => {
  const parts = relative(root, dirname(path)).split(sep)
  return ['core', 'playground'].includes(parts[0] ?? '') ? parts.slice(0, 2).join('/') : (parts[0] ?? '')
}

const importsOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/(?:\bfrom\s|^import\s|\bimport\()\s*'([^'\n]+)'/g)].map(
    (match) => match[1] ?? '',
  )

const matches = (name: string, patterns: readonly string[]) =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern || name.startsWith(`${pattern}/`),
  )

/** What is wrong with one import, or nothing. */
function fault(path: string, imported: string): string | null {
  const folder = folderOf(path)
  const layer = layers[folder]
  if (!layer) return `${folder} is in no layer`
  if (!imported.startsWith('.'))
    return matches(imported, layer.packages) ? null : `${folder} may not import the package ${imported}`
  const target = folderOf(resolve(dirname(path), imported))
  return target === folder || layer.from.includes(target) ? null : `${folder} may not import from ${target}`
}

describe('imports go one way', () => {
  test.each(sources.map((path) => relative(root, path)))('%s', (path) => {
    const faults = importsOf(join(root, path))
      .map((imported) => fault(join(root, path), imported))
      .filter((found) => found !== null)
    expect(faults).toEqual([])
  })

  test('a wrong import is caught', () => {
    expect(fault(join(root, 'core/formats/pretty.ts'), '../rules/compile.ts')).toBe(
      'core/formats may not import from core/rules',
    )
    expect(fault(join(root, 'core/text/tokens.ts'), 'node:fs')).toBe('core/text may not import the package node:fs')
    expect(fault(join(root, 'cli/main.ts'), '../core/claims/engine.ts')).toBe('cli may not import from core/claims')
  })
})
