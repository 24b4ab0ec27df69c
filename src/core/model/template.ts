/** Names of the typed slots of phrase templates. */
export const slotTypes = [
  'number',
  'percent',
  'money',
  'duration',
  'year',
  'date',
  'quantity',
  'standard',
  'certificate-number',
  'name',
] as const
export type SlotType = (typeof slotTypes)[number]

/** One element of a phrase template; a template is a sequence of them. JSON-safe. */
export type TemplateNode =
  /** One token, folded. */
  | string
  /** One token out of several: the inflections of a word. */
  | { readonly words: readonly string[] }
  | { readonly any: readonly Template[] }
  | { readonly optional: readonly Template[] }
  /** Up to so many words or Han characters. */
  | { readonly gap: number }
  /** A lexicon, by `language:name`. */
  | { readonly lexicon: string }
  | { readonly slot: SlotType; readonly name: string }
  | { readonly at: 'start' | 'end' | 'separator' | 'word' }
  /** A regular expression of a house rule, run by a linear engine on the text of the block. */
  | { readonly regex: string }

export type Template = readonly TemplateNode[]
