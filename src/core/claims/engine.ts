import type { Guard, ProofPattern, StatementPattern } from '../model/pack.ts'
import type { PreparedPack, Section, SectionName } from '../model/prepared.ts'
import type { Family, Language, Rule } from '../model/rule.ts'
import { type ImpliedIndex, openImplied } from './implied-score.ts'
import { type Lexis, openLexis } from './lexis.ts'
import type { RegexRunner } from './matcher.ts'
import { pairValue } from './pair-table.ts'
import { anyNumber, type PhraseIndex, type Wakers } from './phrase-index.ts'

/** A rule that is selected, and its number in the pack. */
export interface NumberedRule {
  readonly rule: Rule
  readonly number: number
}

/** A statement pattern and its number in the pack. */
export interface NumberedStatement extends Omit<StatementPattern, 'match' | 'asked' | 'unless'> {
  readonly number: number
}

type OpenGuard = Pick<Guard, 'name' | 'effect' | 'kinds'>

/** A rule's own phrases that decide about its matches. */
export type RuleContext = 'except' | 'unless' | 'with'

/** The phrases of a pack, ready to be looked up. */
export interface Engine {
  readonly lexis: Lexis
  readonly regexes: ReadonlyMap<string, RegexRunner>
  readonly match: PhraseIndex<NumberedRule>
  readonly contextOf: (rule: NumberedRule, context: RuleContext) => Section
  readonly lookAlikes: PhraseIndex<number>
  readonly guards: readonly OpenGuard[]
  readonly before: PhraseIndex<OpenGuard>
  readonly after: PhraseIndex<OpenGuard>
  readonly sentence: PhraseIndex<OpenGuard>
  readonly block: PhraseIndex<OpenGuard>
  readonly proofs: PhraseIndex<Pick<ProofPattern, 'slot'>>
  readonly implied: ReadonlyMap<Language, ImpliedIndex>
  /** The rule that stands for implied claims of a family, where it is selected. */
  readonly impliedRule: (family: Family) => Rule | undefined
  readonly statements: PhraseIndex<NumberedStatement>
  readonly asked: PhraseIndex<NumberedStatement>
  readonly unlessOf: (statement: NumberedStatement) => Section
  /** A rule by its id, selected or not; undefined: there is none. */
  readonly ruleOf: (id: string) => Rule | undefined
}

function openWakers({ head, table }: PreparedPack, lexis: Lexis): Wakers {
  const phrases = lexis.programs.length
  return {
    backs: table('backs'),
    triggersAt: table('triggersAt'),
    triggers: table('triggers'),
    demandsAt: table('demandsAt'),
    demands: table('demands'),
    setsAt: table('setsAt'),
    sets: table('sets'),
    metIn: new Int32Array(head.setCount),
    numberKey: pairValue(lexis.keys, 0, anyNumber),
    wokenIn: new Int32Array(phrases),
    rank: new Int32Array(phrases),
    tried: new Int32Array(phrases),
    counter: { passage: 0, phrases: 0, met: 0 },
  }
}

/** Rules by number; each is read when it is first asked for, because most audits need few of them. */
function ruleReader({ head, text }: PreparedPack) {
  let lines: readonly string[] | null = null
  const known = new Map<number, NumberedRule>()
  const numbers = new Map(head.rules.map((id, number) => [id, number]))
  const byNumber = (number: number): NumberedRule => {
    lines ??= text('rules').split('\n')
    const found = known.get(number) ?? { rule: JSON.parse(lines[number] ?? 'null') as Rule, number } // what preparePack wrote
    known.set(number, found)
    return found
  }
  const byId = (id: string): NumberedRule | undefined => {
    const number = numbers.get(id)
    return number === undefined ? undefined : byNumber(number)
  }
  return { byNumber, byId }
}

const contextNumbers = { except: 0, unless: 1, with: 2 } as const

/** Sections of the phrases that decide about single owners. */
function contextReader({ head, table }: PreparedPack): (part: number) => Section {
  const starts = table('contexts')
  const { regexes } = head.sections.context
  return (part) => {
    const from = starts[part] ?? 0
    const to = starts[part + 1] ?? from
    const own = regexes.length === 0 ? regexes : regexes.filter(([phrase]) => phrase >= from && phrase < to)
    return { from, to, always: [], regexes: own }
  }
}

/** Opens a prepared pack for matching. `isSelected`: which rules run, by id; `regexes` runs the regular expressions of house rules. */
export function openEngine(
  pack: PreparedPack,
  isSelected: (ruleId: string) => boolean,
  regexes: ReadonlyMap<string, RegexRunner>,
): Engine {
  const { head, table } = pack
  const lexis = openLexis(pack)
  const wakers = openWakers(pack, lexis)
  const owners = table('owners')
  const rules = ruleReader(pack)
  const isRunning = head.rules.map(isSelected)
  const context = contextReader(pack)
  const statements = head.statements.map((statement, number): NumberedStatement => ({ ...statement, number }))
  const index = <Owner>(name: SectionName, ownerAt: (number: number) => Owner | null): PhraseIndex<Owner> => ({
    section: head.sections[name],
    lexis,
    ownerOf: (phrase) => ownerAt(owners[phrase] ?? -1),
    wakers,
  })
  const guardAt = (number: number) => head.guards[number] ?? null
  const statementAt = (number: number) => statements[number] ?? null
  return {
    lexis,
    regexes,
    match: index('match', (number) => (isRunning[number] ? rules.byNumber(number) : null)),
    contextOf: ({ number }, part) => context(number * 3 + contextNumbers[part]),
    lookAlikes: index('lookAlikes', (number) => number),
    guards: head.guards,
    before: index('before', guardAt),
    after: index('after', guardAt),
    sentence: index('sentence', guardAt),
    block: index('block', guardAt),
    proofs: index('proofs', (number) => head.proofs[number] ?? null),
    implied: openImplied(pack, lexis),
    impliedRule: (family) => (isSelected(`${family}/implied`) ? rules.byId(`${family}/implied`)?.rule : undefined),
    statements: index('statements', statementAt),
    asked: index('asked', statementAt),
    unlessOf: ({ number }) => context(head.rules.length * 3 + number),
    ruleOf: (id) => rules.byId(id)?.rule,
  }
}
