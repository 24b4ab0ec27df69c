import type { Related } from '../model/report.ts'
import type { Language } from '../model/rule.ts'
import type { Statement } from '../model/statement.ts'
import type { KnownFact } from '../proof/known-facts.ts'
import { type Judgement, prove } from '../proof/prove.ts'
import type { DocumentRecord } from './extract.ts'
import { factWords } from './fact-words.ts'
import type { AuditGroup } from './judge.ts'
import { type Judged, judgedDefect } from './judged.ts'
import { isSelected } from './pack.ts'
import { userLevel } from './verdict.ts'

/** What facts and other documents say of the statements of a group. */
export interface FactProof {
  readonly judgements: ReadonlyMap<Statement, Judgement>
  readonly group: AuditGroup
  readonly language: Language
}

/** Puts all statements of a group to the facts. */
export function proofByFacts(group: AuditGroup, language: Language): FactProof {
  const { records, background = [], company = null, section = null, settings } = group
  const aimed = { latn: ['us', 'eu', 'uk'], hans: ['cn'], hant: ['hk', 'tw'] } as const
  const judgements = prove([...records, ...background], {
    company,
    section,
    asOf: settings.asOf,
    markets: settings.markets,
    audience: settings.audience,
    aimedAt: ({ script }) => aimed[script],
  })
  return { judgements, group, language }
}

const gravity = ['contradicted', 'expired', 'unsupported', 'supported'] as const

interface Decided {
  readonly statement: Statement
  readonly judgement: Judgement
}

function decidedFor(record: DocumentRecord, claim: number | null, { judgements }: FactProof): Decided[] {
  return record.statements
    .filter((statement) => statement.claim === claim)
    .flatMap((statement) => {
      const judgement = judgements.get(statement)
      return judgement ? [{ statement, judgement }] : []
    })
    .sort((a, b) => gravity.indexOf(a.judgement.verdict) - gravity.indexOf(b.judgement.verdict))
}

/** A claim as judged without facts, with what the facts say of its words. `claim`: its index in the record. */
export function withFacts(judged: Judged, record: DocumentRecord, claim: number, proof: FactProof): Judged {
  const [gravest] = decidedFor(record, claim, proof)
  if (!gravest) return judged
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

function objected(judged: Judged, decided: Decided, { group, language, ...proof }: FactProof): Judged {
  const { verdict } = decided.judgement
  if (verdict === 'expired' && judged.verdict === 'contradicted') return judged
  const words = objectionWords[language]
  const user = userLevel(judged.ruleId, group.settings.selection.levels, language)
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
    related: [...relatedTo(decided, { group, language, ...proof }), ...judged.related],
  }
}

/** A fact about part of the words does not bear out the rest. */
function bearsOut(judged: Judged, statement: Statement, { group }: FactProof): boolean {
  if (judged.verdict === 'banned' || judged.verdict === 'expired' || judged.verdict === 'contradicted') return false
  const rule = group.pack.source.rules.find((compiled) => compiled.rule.id === judged.ruleId)?.rule
  return rule?.asserts?.property === statement.property || statement.text.length * 2.5 >= judged.text.length
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
export function judgeStatements(record: DocumentRecord, proof: FactProof): Judged[] {
  const { selection } = proof.group.settings
  return decidedFor(record, null, proof).flatMap((decided): Judged[] => {
    const { statement, judgement } = decided
    if (judgement.verdict === 'unsupported' || !isSelected(statement.ruleId, selection)) return []
    const judged = ofStatement(statement)
    return [
      judgement.verdict === 'supported'
        ? borneOut({ ...judged, message: statementWords(decided, proof) }, decided, proof)
        : objected(judged, decided, proof),
    ]
  })
}

const statementWords = ({ judgement }: Decided, { language }: FactProof) => factWords(judgement, language)

const ofStatement = (statement: Statement): Judged => ({
  ruleId: statement.ruleId,
  family: statement.family,
  severity: null,
  confidence: 'high',
  verdict: null,
  severityReason: '',
  message: '',
  advice: '',
  rewrite: null,
  document: statement.document,
  field: statement.field,
  range: statement.range,
  text: statement.text,
  slots: {},
  reasons: [],
  law: [],
  related: [],
  evidence: [],
  decision: null,
  excerpt: statement.excerpt,
})

const said = { en: (text: string) => `says "${text}"`, zh: (text: string) => `写着“${text}”` }

/** The facts that decided, and the other documents' words. */
function relatedTo({ statement, judgement }: Decided, { judgements, language }: FactProof): Related[] {
  const facts = judgement.facts.map(
    (fact): Related => ({ document: fact.document, range: fact.range, message: oneFact(fact, language) }),
  )
  const others = judgement.others.length > 0 ? judgement.others : sameSubject(statement, judgements)
  const words = others
    .slice(0, 5)
    .map((other): Related => ({ document: other.document, range: other.range, message: said[language](other.text) }))
  return [...facts, ...words]
}

const oneFact = ({ path, text }: KnownFact, language: Language) =>
  language === 'zh' ? `${path} 为 ${text}` : `${path} is ${text}`

/** A contradicted fact shows no other words: the fact has decided. */
const sameSubject = (_statement: Statement, _judgements: FactProof['judgements']): readonly Statement[] => []

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

/** Facts that cannot be read, and keys that are nearly known ones. */
export function judgeFactFaults(record: DocumentRecord, { group, language }: FactProof): Judged[] {
  return record.factFaults.flatMap(({ path, text, expected, range, excerpt }) =>
    judgedDefect(
      {
        ruleId: 'document/unreadable-fact',
        severity: 'warning',
        shown: 'selected',
        severityReason: language === 'zh' ? '无法读取的事实不能用于核对' : 'a fact that cannot be read proves nothing',
        document: record.path,
        range,
        excerpt,
        message:
          language === 'zh'
            ? `${path} 为“${text}”，无法读取；应为 ${expected}。`
            : `${path} is "${text}", which cannot be read; ${expected} is expected.`,
        advice: language === 'zh' ? '请改写该值。' : 'Write the value so that it can be compared.',
      },
      { selection: group.settings.selection, language },
    ),
  )
}
