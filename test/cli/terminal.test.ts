import { describe, expect, test } from 'vitest'
import { claimlint, folderOf, lowestPrice, plainCopy } from './workshop.ts'

const colourCode = '\u001b['
const shop = () => folderOf({ 'a.md': lowestPrice })

describe('colour', () => {
  test.each<{ name: string; argv?: readonly string[]; env?: Record<string, string>; tty?: boolean; colour: boolean }>([
    { name: 'none into a pipe', colour: false },
    { name: 'at a terminal', tty: true, colour: true },
    { name: 'none at a dumb terminal', tty: true, env: { TERM: 'dumb' }, colour: false },
    { name: 'none with NO_COLOR', tty: true, env: { NO_COLOR: '1' }, colour: false },
    { name: 'an empty NO_COLOR says nothing', tty: true, env: { NO_COLOR: '' }, colour: true },
    { name: 'into a pipe with FORCE_COLOR', env: { FORCE_COLOR: '1' }, colour: true },
    { name: 'an empty FORCE_COLOR asks for colour', env: { FORCE_COLOR: '' }, colour: true },
    { name: 'none with FORCE_COLOR=0', tty: true, env: { FORCE_COLOR: '0' }, colour: false },
    { name: 'FORCE_COLOR over NO_COLOR, as Node has it', env: { FORCE_COLOR: '3', NO_COLOR: '1' }, colour: true },
    { name: 'in CI as elsewhere', tty: true, env: { CI: 'true' }, colour: true },
    { name: '--color over everything', argv: ['--color'], env: { NO_COLOR: '1' }, colour: true },
    { name: '--no-color over everything', argv: ['--no-color'], env: { FORCE_COLOR: '1' }, tty: true, colour: false },
  ])('$name', async ({ argv = [], env = {}, tty = false, colour }) => {
    expect((await claimlint(shop(), argv, { env, tty })).out.includes(colourCode)).toBe(colour)
  })

  test('never in a report for programs', async () => {
    expect((await claimlint(shop(), ['-f', 'json', '--color'])).out).not.toContain(colourCode)
  })
})

describe('language', () => {
  test.each<{ name: string; argv?: readonly string[]; env?: Record<string, string>; chinese: boolean }>([
    { name: 'English without a locale', chinese: false },
    { name: 'LANG', env: { LANG: 'zh_CN.UTF-8' }, chinese: true },
    { name: 'LC_MESSAGES before LANG', env: { LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'de_DE.UTF-8' }, chinese: false },
    { name: 'LC_ALL before both', env: { LANG: 'C', LC_MESSAGES: 'C', LC_ALL: 'zh_TW' }, chinese: true },
    { name: 'an empty LC_ALL says nothing', env: { LANG: 'zh_HK', LC_ALL: '' }, chinese: true },
    { name: '--language', argv: ['--language', 'zh'], env: { LANG: 'en_US' }, chinese: true },
    { name: '--language over the locale', argv: ['--language', 'en'], env: { LANG: 'zh_CN' }, chinese: false },
  ])('$name', async ({ argv = [], env = {}, chinese }) => {
    expect((await claimlint(shop(), argv, { env })).out.includes('审核日期')).toBe(chinese)
  })
})

describe('progress', () => {
  const many = folderOf(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`p/${at}.md`, plainCopy.repeat(5)])))

  test('is shown at a terminal and taken away', async () => {
    const { err } = await claimlint(many, [], { tty: true })
    expect(err.split('\r\u001b[K')).toContainEqual(expect.stringMatching(/^claimlint: \d+ of 300 documents$/))
    expect(err.endsWith('\r\u001b[K')).toBe(true)
  })

  test.each<{ name: string; argv?: readonly string[]; env?: Record<string, string>; tty: boolean }>([
    { name: 'into a pipe', tty: false },
    { name: 'in CI', env: { CI: '1' }, tty: true },
    { name: 'with --quiet', argv: ['--quiet'], tty: true },
  ])('is not shown $name', async ({ argv = [], env = {}, tty }) => {
    expect((await claimlint(many, argv, { env, tty })).err).toBe('')
  })
})
