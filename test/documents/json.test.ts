import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from '../../src/core/documents/json.ts'
import type { Value } from '../../src/core/documents/values.ts'
import { readYaml } from '../../src/core/documents/yaml.ts'

/** The value without places, as JSON would have it; scalars as they are written. */
function plain(value: Value): unknown {
  if (value.kind === 'text') return value.text.text
  if (value.kind === 'list') return value.items.map(plain)
  return value.kind === 'map' ? value.entries.map(({ key, value: inner }) => [key, plain(inner)]) : null
}

const written = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(written)
  if (value !== null && typeof value === 'object')
    return Object.entries(value).map(([key, inner]) => [key, written(inner)])
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const textsIn = (value: Value): Extract<Value, { kind: 'text' }>[] => {
  if (value.kind === 'text') return [value]
  if (value.kind === 'list') return value.items.flatMap(textsIn)
  return value.kind === 'map' ? value.entries.flatMap((entry) => textsIn(entry.value)) : []
}

test('every JSON value is read as JSON.parse reads it, each string at its place', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom(0, 2), (value, indent) => {
      const source = JSON.stringify(value, null, indent)
      const read = readJson(source, 100)
      if (!read) throw new Error('not read')
      expect(plain(read)).toEqual(written(JSON.parse(source)))
      for (const { text, source: span } of textsIn(read)) {
        const there = source.slice(span.start - 100, span.end - 100)
        expect(there.startsWith('"') ? JSON.parse(there) : there).toBe(text.text)
        for (const run of text.runs) {
          const part = source.slice(run.source.start - 100, run.source.end - 100)
          expect(JSON.parse(`"${part}"`)).toBe(text.text.slice(run.text.start, run.text.end))
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('what JSON.parse refuses is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\ue1-.0 \n'), maxLength: 12 }), (source) => {
      const isJson = (() => {
        try {
          JSON.parse(source)
          return true
        } catch {
          return false
        }
      })()
      if (!isJson) expect(readJson(source, 0)).toBeNull()
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['a key that stands twice', '{"a": "1", "a": "2"}'],
  ['nesting without end', '['.repeat(5000) + ']'.repeat(5000)],
  ['a comment', '{"a": 1} // x'],
])('%s is left to the reader of YAML', (_, source) => {
  expect(readJson(source, 0)).toBeNull()
})

test('escapes stand at the same places as the reader of YAML puts them', () => {
  const source = '{"a": "x\\u0041\\n\\"y\\"", "b": ["\\u6700\\u597d"]}'
  const json = readJson(source, 7)
  const [yaml] = readYaml(source, 7).values
  expect(json && textsIn(json).map(({ text }) => text)).toEqual(yaml && textsIn(yaml).map(({ text }) => text))
})
