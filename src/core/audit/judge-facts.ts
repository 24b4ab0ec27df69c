import type { FactFault } from '../model/fact.ts'
import type { Related } from '../model/report.ts'
import type { Language } from '../model/rule.ts'
import type { Statement } from '../model/statement.ts'
import type { Catalog } from '../proof/catalog.ts'
import type { FactConflict } from '../proof/facts-agree.ts'
import { type Judgement, prove } from '../proof/prove.ts'
import type { DocumentRecord } from './extract.ts'
import { factLine, factWords } from './fact-words.ts'
import type { AuditGroup } from './judge.ts'
import { type Judged, judgedDefect } from './judged.ts'
import { userLevel } from './level.ts'
import { noteDefect } from './note-words.ts'
import { isSelected, type RulePack } from './pack.ts'
import { isAudited, type ScopeAt } from './variants.ts'
import { marketsByScript } from './verdict.ts'

/** What facts and other documents say of the statements of a group. */
export interface FactProof {
  readonly catalog: Catalog
  readonly judgements: ReadonlyMap<Statement, Judgement>
  readonly conflicts: readonly FactConflict[]
  readonly ruleOf: RulePack['ruleOf']
  readonly at: ScopeAt
  readonly facts: NonNullable<AuditGroup['facts']>
  readonly language: Language
}

/** Puts all statements of a group to the facts. */
export function proofByFacts(group: AuditGroup, at: ScopeAt, language: Language): FactProof {
  const { records, background = [], section = null, settings, variants = [] } = group
  const { company = null, companies } = group
  const { catalog, judgements, conflicts } = prove([...records, ...background], {
    company: (document) => companies?.get(document) ?? company,
    section,
    asOf: settings.asOf,
    readersOf: ({ document }) => at(document).settings,
    aimedAt: ({ script }) => marketsByScript[script],
  })
  return {
    catalog,
    judgements,
    conflicts,
    ruleOf: (id) => [group, ...variants].map(({ pack }) => pack.ruleOf(id)).find((rule) => rule !== undefined),
    at,
    facts: group.facts ?? 'vouched',
    language,
  }
}

interface Decided {
  readonly statement: Statement
  readonly judgement: Judgement
}

const gravity = ['contradicted', 'expired', 'unsupported', 'supported'] as const

/** The gravest judgement of each claim by its index, and all of those that are nobody's claim. */
function decidedIn({ statements }: DocumentRecord, { judgements }: FactProof) {
  const ofClaims = new Map<number, Decided>()
  const free: Decided[] = []
  for (const statement of statements) {
    const judgement = judgements.get(statement)
    if (!judgement) continue
    if (statement.claim === null) {
      free.push({ statement, judgement })
      continue
    }
    const known = ofClaims.get(statement.claim)
    const graver = known && gravity.indexOf(known.judgement.verdict) <= gravity.indexOf(judgement.verdict)
    if (!graver) ofClaims.set(statement.claim, { statement, judgement })
  }
  return { ofClaims, free }
}

/** The claims of a document as judged without facts (null: of a rule that is switched off, or no more than a name), with what the facts say; and the statements that are findings of their own, those that evidence decides (`proven`) among them. */
export function judgeByFacts(
  record: DocumentRecord,
  claims: readonly (Judged | null)[],
  proof: FactProof,
  proven: readonly Judged[] = [],
): Judged[] {
  const { ofClaims, free } = decidedIn(record, proof)
  const judged = claims.flatMap((claim, index) => {
    const decided = ofClaims.get(index)
    return claim ? [decided ? withFacts(claim, decided, proof) : claim] : []
  })
  const stated = [...free.flatMap((decided) => judgeStatement(decided, proof)), ...proven]
  return [...joined(judged, stated), ...judgeConflicts(record, proof), ...judgeFactFaults(record, proof)]
}

/** Claims that lie wholly in the words of a contradicted statement are its further reasons: one finding for the same words. */
function joined(claims: readonly Judged[], stated: readonly Judged[]): Judged[] {
  const objections = stated.filter(({ severity }) => severity !== null)
  const within = (inner: Judged, outer: Judged) =>
    outer.range.start.offset <= inner.range.start.offset && inner.range.end.offset <= outer.range.end.offset
  const isJoined = (claim: Judged) =>
    claim.verdict !== 'contradicted' &&
    claim.verdict !== 'expired' &&
    objections.some((objection) => within(claim, objection))
  if (objections.length === 0) return [...claims, ...stated]
  return [
    ...claims.filter((claim) => !isJoined(claim)),
    ...stated.map((statement) => {
      const inner =
        statement.severity === null ? [] : claims.filter((claim) => isJoined(claim) && within(claim, statement))
      return {
        ...statement,
        reasons: [...statement.reasons, ...inner.map(({ ruleId, message }) => ({ ruleId, message }))],
      }
    }),
  ]
}

function withFacts(judged: Judged, gravest: Decided, proof: FactProof): Judged {
  const { verdict } = gravest.judgement
  if (verdict === 'contradicted' || verdict === 'expired') return objected(judged, gravest, proof)
  if (verdict === 'unsupported') return { ...judged, ...told(judged, gravest, proof) }
  return bearsOut(judged, gravest.statement, proof) ? borneOut(judged, gravest, proof) : judged
}

function told(judged: Judged, decided: Decided, proof: FactProof): Pick<Judged, 'message' | 'related'> {
  if (judged.verdict === 'contradicted' || judged.verdict === 'expired') return judged
  return {
    message: `${judged.message} ${factWords(decided.judgement, proof.language)}`,
    related: [...relatedTo(decided, proof), ...judged.related],
  }
}

function objected(judged: Judged, decided: Decided, proof: FactProof): Judged {
  const { at, language } = proof
  const { verdict } = decided.judgement
  if (verdict === 'expired' && judged.verdict === 'contradicted') return judged
  const words = objectionWords[language]
  const user = userLevel(judged.ruleId, at(judged.document).settings.selection.levels, language)
  const message = words[verdict === 'expired' ? 'expired' : 'contradicted'](
    judged.text,
    factWords(decided.judgement, language),
  )
  return {
    ...judged,
    verdict,
    severity: user?.severity ?? 'error',
    severityReason: user?.reason ?? words.reason(verdict),
    message,
    advice: verdict === 'expired' ? words.renew : words.correct,
    rewrite: null,
    reasons: [
      ...(judged.verdict === null ? [] : [{ ruleId: judged.ruleId, message: judged.message }]),
      ...judged.reasons,
    ],
    related: [...relatedTo(decided, proof), ...judged.related],
  }
}

/** A fact about part of the words does not bear out the rest. */
function bearsOut(judged: Judged, statement: Statement, { ruleOf, facts }: FactProof): boolean {
  if (facts === 'contradict') return false
  if (judged.verdict === 'banned' || judged.verdict === 'expired' || judged.verdict === 'contradicted') return false
  const asserted = ruleOf(judged.ruleId)?.asserts?.property
  return asserted === statement.property || statement.text.length * 2.5 >= judged.text.length
}

function borneOut(judged: Judged, decided: Decided, proof: FactProof): Judged {
  return {
    ...judged,
    verdict: 'supported',
    severity: null,
    severityReason: '',
    rewrite: null,
    related: [...relatedTo(decided, proof), ...judged.related],
  }
}

/** Statements that are nobody's claim: those contradicted are findings, those borne out stand in the ledger. */
function judgeStatement(decided: Decided, proof: FactProof): Judged[] {
  const { statement, judgement } = decided
  const { selection, languages = null } = proof.at(statement.document).settings
  if (judgement.verdict === 'unsupported' || !isSelected(statement.ruleId, selection)) return []
  if (!isAudited(statement.language, languages)) return []
  const judged = ofStatement(statement)
  if (judgement.verdict === 'supported' && proof.facts === 'contradict') return []
  if (judgement.verdict !== 'supported') return [objected(judged, decided, proof)]
  return [borneOut({ ...judged, message: factWords(judgement, proof.language) }, decided, proof)]
}

const nothingSaid = {
  confidence: 'high',
  rewrite: null,
  slots: {},
  reasons: [],
  law: [],
  related: [],
  evidence: [],
  decision: null,
} as const

const ofStatement = ({ ruleId, family, document, field, range, text, excerpt }: Statement): Judged => ({
  ...nothingSaid,
  ...{ ruleId, family, document, field, range, text, excerpt },
  severity: null,
  verdict: null,
  severityReason: '',
  message: '',
  advice: '',
})

const said = { en: (text: string) => `says "${text}"`, zh: (text: string) => `写着“${text}”` }

/** The facts that decided, or the words of other documents that say otherwise. */
function relatedTo({ judgement }: Decided, { language }: FactProof): Related[] {
  const facts = judgement.facts.map(
    (fact): Related => ({ document: fact.document, range: fact.range, message: factLine(fact, language) }),
  )
  const words = judgement.others
    .slice(0, 5)
    .map((other): Related => ({ document: other.document, range: other.range, message: said[language](other.text) }))
  return [...facts, ...words]
}

const objectionWords = {
  en: {
    contradicted: (text: string, why: string) => `"${text}" is contradicted: ${why}.`,
    expired: (text: string, why: string) => `The proof of "${text}" is out of date: ${why}.`,
    reason: (verdict: string) =>
      verdict === 'expired' ? 'the proof on file is out of date' : 'contradicted by what is on file or said elsewhere',
    correct: 'Correct the copy, or the other place where that is wrong; buyers may hold you to either.',
    renew: 'Renew the proof and put it on file, or take the claim out.',
  },
  zh: {
    contradicted: (text: string, why: string) => `“${text}”与事实矛盾：${why}。`,
    expired: (text: string, why: string) => `“${text}”的依据已过期：${why}。`,
    reason: (verdict: string) => (verdict === 'expired' ? '归档证据已过期' : '与档案或其他文字矛盾'),
    correct: '请更正文案；若另一处有误则更正该处，买家可据任一处要求兑现。',
    renew: '请更新并归档证明，或删去此说法。',
  },
} as const

const conflictRule = 'consistency/facts'

/** Keys of this document that another one, or the company's file, gives another value. */
function judgeConflicts({ path }: DocumentRecord, { conflicts, at, language }: FactProof): Judged[] {
  const { selection } = at(path).settings
  if (!isSelected(conflictRule, selection)) return []
  const user = userLevel(conflictRule, selection.levels, language)
  const words = objectionWords[language]
  return conflicts.flatMap(({ fact, against }): Judged[] => {
    if (fact.document !== path || fact.excerpt === null) return []
    const why = factWords({ verdict: 'contradicted', facts: against, others: [], note: null }, language)
    const place = { document: path, field: fact.path, range: fact.range, text: fact.text, excerpt: fact.excerpt }
    return [
      {
        ...nothingSaid,
        ...place,
        ruleId: conflictRule,
        family: 'consistency',
        verdict: 'contradicted',
        severity: user?.severity ?? 'error',
        severityReason: user?.reason ?? words.reason('contradicted'),
        message: words.contradicted(factLine(fact, language), why),
        advice: words.correct,
        related: against.map((other) => ({
          document: other.document,
          range: other.range,
          message: factLine(other, language),
        })),
      },
    ]
  })
}

/** Facts that cannot be read, and keys that are nearly known ones. */
function judgeFactFaults(record: DocumentRecord, { at, language }: FactProof): Judged[] {
  const scope = { selection: at(record.path).settings.selection, language }
  return record.factFaults.flatMap((fault) => {
    const { code, range, excerpt } = fault
    const place = { document: record.path, range, excerpt }
    if (code === 'unreadable-fact') return judgedDefect({ ...unreadable(fault, language), ...place }, scope)
    const note = { code: 'document/unknown-key', detail: fault.text, expected: fault.expected, ...place } as const
    return judgedDefect(noteDefect(note, language), scope)
  })
}

const unreadable = ({ path, text, expected }: FactFault, language: Language) =>
  ({
    ruleId: 'document/unreadable-fact',
    severity: 'warning',
    shown: 'selected',
    severityReason: language === 'zh' ? '无法读取的事实不能用于核对' : 'a fact that cannot be read proves nothing',
    message:
      language === 'zh'
        ? `${path} 为“${text}”，无法读取；应为 ${expected}。`
        : `${path} is "${text}", which cannot be read; ${expected} is expected.`,
    advice: language === 'zh' ? '请改写该值。' : 'Write the value so that it can be compared.',
  }) as const
