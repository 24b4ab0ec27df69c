import { describe, expect, it } from 'vitest'
import { splitFrontMatter } from '../../src/core/documents/front-matter.ts'

function parts(source: string) {
  const { kind, matter, body } = splitFrontMatter(source)
  return [kind, matter && source.slice(matter.start, matter.end), source.slice(body.start, body.end)]
}

describe('front matter', () => {
  const cases: readonly (readonly [string, string, readonly (string | null)[]])[] = [
    ['YAML', '---\na: 1\n---\nbody', ['yaml', 'a: 1\n', 'body']],
    ['TOML', '+++\na = 1\n+++\nbody', ['toml', 'a = 1\n', 'body']],
    ['a byte-order mark', '\ufeff---\na: 1\n---\nbody', ['yaml', 'a: 1\n', 'body']],
    ['CRLF', '---\r\na: 1\r\n---\r\nbody', ['yaml', 'a: 1\r\n', 'body']],
    ['lone CR', '---\ra: 1\r---\rbody', ['yaml', 'a: 1\r', 'body']],
    ['white space behind the fences', '--- \na: 1\n---\t\nbody', ['yaml', 'a: 1\n', 'body']],
    ['nothing in it', '---\n---\nbody', ['yaml', '', 'body']],
    ['nothing behind it', '---\na: 1\n---', ['yaml', 'a: 1\n', '']],
    ['a fence that looks like one', '---\na: |\n  ---\n----\n---\nbody', ['yaml', 'a: |\n  ---\n----\n', 'body']],
    ['not closed', '---\na: 1\n', [null, null, '---\na: 1\n']],
    ['closed by the other', '---\na: 1\n+++\n', [null, null, '---\na: 1\n+++\n']],
    ['a rule', '----\na\n---\n', [null, null, '----\na\n---\n']],
    ['not at the start', '\n---\na: 1\n---\n', [null, null, '\n---\na: 1\n---\n']],
    ['none, with a byte-order mark', '\ufeffbody', [null, null, 'body']],
    ['an empty file', '', [null, null, '']],
  ]
  it.each(cases)('%s', (_name, source, expected) => {
    expect(parts(source)).toEqual(expected)
  })
})
