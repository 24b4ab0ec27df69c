import {
  claimExplanation,
  type OmissionCode,
  omissionRules,
  omissionWords,
  type PageScope,
  type PlainPage,
  plainExplanation,
  ruleExplanation,
  type Style,
} from '../core/auditing.ts'
import { ClaimlintError } from '../core/vocabulary.ts'
import type { ExplainOptions } from './commands/explain.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { type Io, print } from './io.ts'
import { packHere, pageOf, styleFor } from './rules.ts'

/** Prints why a rule asks, what a statement states, what an omission is, or what a fingerprint of this folder stands for.
 *  Throws E_USAGE for a name that nothing has. */
export async function explain(name: string, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const style = styleFor(options, io)
  await print(io.stdout, await explanation(name, { options, style }, io))
  return exitCodes.clean
}

interface Asked {
  readonly options: ExplainOptions
  readonly style: Style
}

async function explanation(name: string, asked: Asked, io: Io): Promise<string> {
  const { options, style } = asked
  if (/^[0-9a-f]{16}$/.test(name)) return claimOf(name, asked, io)
  const omission = omissionRules.find((id) => id === name)
  if (omission) return plainExplanation(omissionPage(omission, style), style)
  const { pack } = await packHere(options, io)
  const statement = pack.source.statements.find(({ id }) => id === name)
  if (!statement) return ruleExplanation(pageOf(name, pack, scopeOf(options)), style)
  const { id, title, asserts } = statement
  const sections = statementSections(asserts.property, pack.examples.statements[id], style)
  return plainExplanation({ id, title, sections }, style)
}

/** What was found in this folder under a fingerprint. Throws E_USAGE when it is nothing's. */
async function claimOf(fingerprint: string, { options, style }: Asked, io: Io): Promise<string> {
  const { runAudit } = await import('./run-audit.ts')
  const request = { operands: [], options, commandNames: [] }
  const { report } = await runAudit(request, { language: style.language, ledger: 'claims', outputs: [] }, io)
  const found = [...report.findings, ...(report.claims ?? [])].find((finding) => finding.fingerprint === fingerprint)
  if (found) return claimExplanation(found, style)
  throw new ClaimlintError(
    'E_USAGE',
    `nothing under this folder has the fingerprint ${fingerprint}; claimlint claims --format csv lists them`,
  )
}

const words = {
  en: {
    states: (property: string) =>
      `States the property ${property}. By itself it is no finding: only when a fact, proof on file or another document says otherwise.`,
    what: 'What it is',
    stated: 'States it',
    silent: 'Does not',
    advice: 'What to do',
    omission: 'What a page leaves out',
    some: '…',
  },
  zh: {
    states: (property: string) =>
      `陈述属性 ${property}。它本身不是问题，只有事实、归档证据或另一份文件与之不符时才报告。`,
    what: '说明',
    stated: '陈述',
    silent: '不陈述',
    advice: '怎么办',
    omission: '页面的遗漏',
    some: '……',
  },
} as const

type Examples = { readonly states: readonly { readonly text: string }[]; readonly silent: readonly string[] }

function statementSections(
  property: string,
  examples: Examples | undefined,
  { language }: Style,
): PlainPage['sections'] {
  const say = words[language]
  return [
    [say.what, [say.states(property)]],
    [say.stated, (examples?.states ?? []).map(({ text }) => text)],
    [say.silent, examples?.silent ?? []],
  ]
}

/** Omissions whose words are nothing without what is missing. */
const detailed: ReadonlySet<OmissionCode> = new Set([
  'omission/guarantee-terms',
  'omission/date',
  'omission/disclaimer',
  'density/vague',
])

function omissionPage(id: OmissionCode, { language }: Style): PlainPage {
  const say = words[language]
  const [message, advice] = omissionWords(id, detailed.has(id) ? [say.some] : [], language)
  return {
    id,
    title: say.omission,
    sections: [
      [say.what, [message]],
      [say.advice, [advice]],
    ],
  }
}

const scopeOf = ({ market, channel, audience, asOf }: ExplainOptions): PageScope => ({
  markets: market ?? null,
  channel: channel ?? null,
  audience: audience ?? null,
  asOf: asOf ?? null,
})
