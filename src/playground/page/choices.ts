import { audiences, channels, type Language, markets } from '../../core/model/rule.ts'
import { copyFormats, pathFor } from './copy-format.ts'
import { byId, make } from './dom.ts'
import type { Wish } from './engine.ts'
import type { PageWords } from './words.ts'

/** Fills the choices of the form once, in the order of the core; `speakChoices` gives them their words. */
export function fillChoices(): void {
  byId('markets', HTMLElement).append(
    ...markets.map((market) =>
      make('label', {}, make('input', { type: 'checkbox', value: market }), make('span', { 'data-market': market })),
    ),
  )
  const options = (values: readonly string[]) => values.map((value) => make('option', { value }))
  byId('channel', HTMLSelectElement).append(...options(['none', ...channels]))
  byId('audience', HTMLSelectElement).append(...options(['both', ...audiences]))
  byId('format', HTMLSelectElement).append(...options(copyFormats))
  const now = new Date()
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'))
  byId('as-of', HTMLInputElement).value = `${now.getFullYear()}-${month}-${day}`
}

/** Writes the choices in a language. */
export function speakChoices(words: PageWords): void {
  for (const market of markets) {
    const name = document.querySelector(`[data-market="${market}"]`)
    if (name) name.textContent = words.market[market]
  }
  const name = (id: string, texts: Readonly<Record<string, string>>) => {
    for (const option of byId(id, HTMLSelectElement).options) option.textContent = texts[option.value] ?? option.value
  }
  name('channel', words.channel)
  name('audience', words.audience)
  name('format', words.format)
}

/** What the page asks the engine for as it stands; null: there is no text, or no day. */
export function wishOf(language: Language): Wish | null {
  const text = byId('copy', HTMLTextAreaElement).value
  const asOf = byId('as-of', HTMLInputElement).value
  if (text.trim() === '' || asOf === '') return null
  const chosen = (id: string) => byId(id, HTMLSelectElement).value
  const facts = byId('facts', HTMLTextAreaElement).value
  const format = copyFormats.find((each) => each === chosen('format')) ?? 'auto'
  return {
    documents: [{ path: pathFor(text, format), text }],
    asOf,
    language,
    markets: markets.filter(
      (market) => byId('markets', HTMLElement).querySelector(`[value="${market}"]:checked`) !== null,
    ),
    channel: channels.find((channel) => channel === chosen('channel')) ?? null,
    audience: audiences.find((audience) => audience === chosen('audience')) ?? null,
    ...(facts.trim() !== '' && { facts }),
  }
}
