/** What a scheme attests: a way of running a firm, a product that was tested, a maker's own declaration. */
export type SchemeKind = 'management' | 'product' | 'declaration' | 'registration'

interface Scheme {
  readonly name: string
  readonly kind: SchemeKind
  readonly words: RegExp
}

const schemes: readonly Scheme[] = [
  { name: 'ISO 9001', kind: 'management', words: /\b(?:iso[ /-]?|gb\/t ?1)9001\b/i },
  { name: 'ISO 14001', kind: 'management', words: /\biso[ -]?14001\b/i },
  { name: 'ISO 45001', kind: 'management', words: /\biso[ -]?45001\b|ohsas/i },
  { name: 'ISO 13485', kind: 'management', words: /\biso[ -]?13485\b/i },
  { name: 'ISO 22000', kind: 'management', words: /\biso[ -]?22000\b/i },
  { name: 'ISO 27001', kind: 'management', words: /\biso[ -]?27001\b/i },
  { name: 'IATF 16949', kind: 'management', words: /\b(?:iatf|ts)[ -]?16949\b/i },
  { name: 'HACCP', kind: 'management', words: /\bhaccp\b/i },
  { name: 'GMP', kind: 'management', words: /\bgmp\b/i },
  { name: 'BRC', kind: 'management', words: /\bbrcg?s?\b/i },
  { name: 'BSCI', kind: 'management', words: /\bbsci\b/i },
  { name: 'SEDEX', kind: 'management', words: /\b(?:sedex|smeta)\b/i },
  { name: 'SA 8000', kind: 'management', words: /\bsa ?8000\b/i },
  { name: 'CE', kind: 'declaration', words: /\bce\b(?!o)/i },
  { name: 'UKCA', kind: 'declaration', words: /\bukca\b/i },
  { name: 'FCC', kind: 'product', words: /\bfcc\b/i },
  { name: 'FDA', kind: 'registration', words: /\bfda\b|食品药品监督管理局|美国药监/i },
  { name: 'RoHS', kind: 'product', words: /\brohs\b/i },
  { name: 'REACH', kind: 'product', words: /\bREACH\b/ },
  { name: 'LFGB', kind: 'product', words: /\blfgb\b/i },
  { name: 'UL', kind: 'product', words: /\bUL\b/ },
  { name: 'ETL', kind: 'product', words: /\betl\b/i },
  { name: 'GS', kind: 'product', words: /\bGS\b/ },
  { name: 'TÜV', kind: 'product', words: /\bt(?:ü|ue?)v\b/i },
  { name: 'CCC', kind: 'product', words: /\b(?:ccc|3c)\b/i },
  { name: 'OEKO-TEX', kind: 'product', words: /oeko[- ]?tex/i },
  { name: 'GOTS', kind: 'product', words: /\bgots\b/i },
  { name: 'GRS', kind: 'product', words: /\bgrs\b/i },
  { name: 'FSC', kind: 'product', words: /\bfsc\b/i },
  { name: 'BPI', kind: 'product', words: /\bbpi\b/i },
  { name: 'NSF', kind: 'product', words: /\bnsf\b/i },
  { name: 'EPA', kind: 'registration', words: /\bepa\b/i },
  { name: 'NMPA', kind: 'registration', words: /\bnmpa\b|国家药监|藥監/i },
  { name: 'Energy Star', kind: 'product', words: /energy star/i },
  { name: 'Kosher', kind: 'product', words: /kosher/i },
  { name: 'Halal', kind: 'product', words: /halal|清真/i },
  { name: 'IFS', kind: 'management', words: /\bifs\b/i },
]

/** The schemes a text names; a standard with a number that is in no list is a scheme of its own name. */
export function schemesIn(text: string): readonly Scheme[] {
  const known = schemes.filter(({ words }) => words.test(text))
  if (known.length > 0) return known
  const number = /\b(?:iso|en|iec|astm|gb|bs|din)[ /-]?(?:[a-z]{1,3}[ /-])?\d{2,6}(?:-\d+)?/i.exec(text)?.[0]
  return number === undefined
    ? []
    : [
        {
          name: number.toUpperCase(),
          kind: 'product',
          words: new RegExp(number.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i'),
        },
      ]
}
