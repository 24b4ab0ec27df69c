import { hanScript } from '../text/script.ts'
import { visibleLine } from './escape.ts'

/** HTML of our own making. Only `markup` makes it, so that nothing copy says can become a tag. */
export interface Markup {
  readonly markup: string
}

/** What may stand between the pieces of a template: text is escaped, markup is not. */
export type Insert = string | number | Markup | readonly Markup[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string) => visibleLine(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')

function inserted(value: Insert): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escaped(value)
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

/** A template tag: text put into it is only text, in an element or a quoted attribute, and holds no control character. */
export function markup(pieces: TemplateStringsArray, ...values: readonly Insert[]): Markup {
  const parts = pieces.map((piece, at) => piece + inserted(values[at] ?? ''))
  return { markup: parts.join('') }
}

/** Style or script of our own, as it is. */
export const verbatim = (text: string): Markup => ({ markup: text })

export const nothing: Markup = { markup: '' }

/** Han characters with the punctuation and the full-width forms between them. */
const hanRun =
  /\p{Script=Han}(?:[\p{Script=Han}\u3001-\u303f\uff01-\uff5e]*[\p{Script=Han}\u3001-\u303f\uff01-\uff5e])?/gu

const chineseTags = { hans: 'zh-Hans', hant: 'zh-Hant' } as const

/** The language tag of Chinese text: that of its script where its characters tell. */
const chineseTag = (text: string) => {
  const script = hanScript(text)
  return script === null ? 'zh' : chineseTags[script]
}

/** Text with its language marked where it is not that of the page: Chinese runs on an English page, Traditional or
 *  English text on a Chinese one, so that it is drawn and read out as what it is. `whole` decides the script. */
function inLanguage(text: string, whole: string, page: Page): Markup {
  const hasHan = /\p{Script=Han}/u.test(whole)
  if (page.tag === 'en') return hasHan ? withChineseRuns(text, chineseTag(whole)) : markup`${text}`
  const tag = hasHan ? chineseTag(whole) : 'en'
  const differs = hasHan ? tag === 'zh-Hant' : /\p{Script=Latin}/u.test(text)
  return differs ? markup`<span lang="${tag}">${text}</span>` : markup`${text}`
}

function withChineseRuns(text: string, tag: string): Markup {
  const parts: Markup[] = []
  let at = 0
  for (const { 0: run, index } of text.matchAll(hanRun)) {
    parts.push(markup`${text.slice(at, index)}<span lang="${tag}">${run}</span>`)
    at = index + run.length
  }
  return markup`${parts}${text.slice(at)}`
}

/** The language the page itself speaks. */
export interface Page {
  readonly tag: 'en' | 'zh-Hans'
}

/** Words of copy, a path, a name: isolated, so that right-to-left text does not reorder what stands beside it. */
export const copy = (text: string, page: Page): Markup => markup`<bdi>${inLanguage(text, text, page)}</bdi>`

/** A part of copy that stands in the sentence `whole`, not isolated from it. */
export const copyPart = (part: string, whole: string, page: Page): Markup => inLanguage(part, whole, page)

/** Prose that may quote copy: a message, advice. */
export const prose = (text: string, page: Page): Markup => inLanguage(text, text, page)

const safeUrl =
  /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+(?::\d{1,5})?(?:[/?#][!#-&(-;=?-[\]_a-z~]*)?$/i

/** Words that lead to an address: a link when it is plainly https, else the words with the address as text. */
export function linked(words: Markup, url: string | null): Markup {
  if (url === null) return words
  if (safeUrl.test(url)) return markup`<a href="${url}" rel="noreferrer">${words}</a>`
  return markup`${words} <bdi class="faint">${url}</bdi>`
}
