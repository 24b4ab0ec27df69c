import type { ReadingRole } from '../model/review.ts'
import type { Language } from '../model/rule.ts'
import { htmlEnglish } from './html-words-en.ts'
import { htmlChinese } from './html-words-zh.ts'

const filters = ['severity', 'verdict', 'family', 'document', 'rule', 'decision'] as const
/** What the findings can be narrowed by; the script and the address of the page use the same names. */
export type FilterName = (typeof filters)[number]
export const filterNames: readonly FilterName[] = filters

/** What the HTML report says itself beside the words of `pretty`, in one language. */
export interface HtmlWords {
  readonly tag: 'en' | 'zh-Hans'
  readonly title: string
  readonly headline: (counts: { findings: number; affected: number; documents: number }) => string
  readonly clean: string
  readonly skip: string
  readonly scope: Readonly<
    Record<'asOf' | 'markets' | 'audience' | 'documents' | 'claims' | 'decided' | 'known' | 'lawCheckedOn', string>
  >
  readonly allMarkets: string
  readonly allAudiences: string
  readonly head: Readonly<
    Record<'summary' | 'filter' | 'findings' | 'proofs' | 'promises' | 'ledger' | 'files' | 'signOff', string>
  >
  readonly chart: Readonly<
    Record<'severity' | 'verdict' | 'family' | 'document' | 'count' | 'claims' | 'share', string>
  >
  readonly moreDocuments: (count: number) => string
  readonly quiet: (left: number) => string
  readonly filter: Readonly<Record<FilterName | 'text' | 'any' | 'reset' | 'none', string>>
  /** Templates for the script: `{n}` and `{all}` are filled in the browser. */
  readonly shown: string
  readonly some: string
  readonly counted: (count: number) => string
  readonly place: (place: { line: number; column: number }) => string
  readonly field: string
  readonly label: Readonly<
    Record<'advice' | 'rewrite' | 'proof' | 'law' | 'reason' | 'related' | 'level' | 'decision' | 'context', string>
  >
  readonly details: string
  readonly fingerprint: string
  readonly confidence: Readonly<Record<'label' | 'high' | 'medium' | 'low', string>>
  readonly noClaim: string
  readonly open: string
  readonly ledger: Readonly<Record<'intro' | 'claim' | 'verdict' | 'proof' | 'none' | 'notAsked' | 'inCopy', string>>
  readonly proofs: Readonly<Record<'intro' | 'none' | 'proof' | 'state' | 'expires' | 'claims' | 'owner', string>> & {
    /** How many proofs on file are good for the days of grace. */
    readonly sound: (count: number, days: number) => string
  }
  readonly promises: Readonly<Record<'intro' | 'none' | 'why', string>>
  readonly files: Readonly<Record<'path' | 'role' | 'digest' | 'unread', string>> & {
    /** What the digests are for; how to check them. */
    readonly intro: (count: number) => string
    readonly covers: (count: number) => string
    readonly roles: Readonly<Record<ReadingRole, string>>
  }
  readonly statement: string
  readonly outcomes: readonly string[]
  readonly lines: readonly string[]
  readonly remarks: string
  readonly aid: string
  readonly made: string
  /** Names of families; one without is called by its id. */
  readonly family: Readonly<Record<string, string>>
}

/** What the HTML report says itself, by the language of its reader. */
export const htmlWordsOf: Readonly<Record<Language, HtmlWords>> = { en: htmlEnglish, zh: htmlChinese }
