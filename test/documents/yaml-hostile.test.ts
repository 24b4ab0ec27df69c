import { describe, expect, test } from 'vitest'
import { readYaml } from '../../src/core/documents/yaml.ts'

/** Grows the text of a case to `n` repetitions. Time that grows with the square of it runs into the limit below. */
const hostile: Readonly<Record<string, (n: number) => string>> = {
  'open brackets': (n) => '['.repeat(n),
  'open braces': (n) => '{a: '.repeat(n),
  'compact lists': (n) => '- '.repeat(n),
  'compact maps': (n) => 'a: '.repeat(n),
  'explicit keys': (n) => '? '.repeat(n),
  'a staircase of keys': (n) =>
    Array.from({ length: Math.min(n, 1000) }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
  tags: (n) => '!!str '.repeat(n),
  'tags on lines': (n) => '!a\n'.repeat(n),
  anchors: (n) => '&a '.repeat(n),
  'closing brackets': (n) => ']'.repeat(n),
  'keys in one map': (n) => Array.from({ length: n }, (_, index) => `k${index}: v`).join('\n'),
  'keys in one flow map': (n) => `{${Array.from({ length: n }, (_, index) => `"k${index}":"v"`).join(',')}}`,
  'one key many times': (n) => 'a: b\n'.repeat(n),
  comments: (n) => `a:\n${'  # c\n# d\n'.repeat(n)}  b: c`,
  'blank lines in a literal': (n) => `a: |\n  x\n${'   \n'.repeat(n)}b: c`,
  'line ends in quotes': (n) => `a: "x${'\r\n '.repeat(n)}"`,
  'blanks in quotes': (n) => `a: "${' '.repeat(n * 10)}x\n"`,
  'blanks in a plain text': (n) => `a: x${' '.repeat(n * 10)}y\n\n  z`,
  quotes: (n) => '"'.repeat(n),
  backslashes: (n) => `a: "${'\\'.repeat(n)}`,
  'open quotes': (n) => 'a: "x\n'.repeat(n),
  documents: (n) => '---\na: b\n'.repeat(n),
  aliases: (n) => `a: &x 1\nb: [${'*x, '.repeat(n)}]`,
  'lost aliases': (n) => '- *x\n'.repeat(n),
  'maps in plain texts': (n) => 'a: b: c\n'.repeat(n),
  'folded paragraphs': (n) => `a: >\n${'  x\n\n'.repeat(n)}`,
}

describe('a hostile text takes time in proportion to its length', () => {
  test.each(Object.entries(hostile))('%s', { timeout: 20_000 }, (_, grow) => {
    expect(() => readYaml(grow(20_000), 0)).not.toThrow()
  })
})
