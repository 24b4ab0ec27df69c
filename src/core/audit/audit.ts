import type { RegexRunner } from '../claims/matcher.ts'
import { preparePack } from '../claims/prepare.ts'
import { parseDocument } from '../documents/index.ts'
import { ClaimlintError } from '../model/error.ts'
import type { PackSource } from '../model/pack.ts'
import type { PreparedPack } from '../model/prepared.ts'
import type { Report } from '../model/report.ts'
import type { Audience, Channel, Language, Market } from '../model/rule.ts'
import { type AuditConfig, configFile, readAuditConfig } from './audit-config.ts'
import { extractClaims } from './extract.ts'
import { type JudgeSettings, judge } from './judge.ts'
import { nothingOnFile, type OnFile, readDecisionFile, readEvidenceRegister } from './on-file.ts'
import { namesIn, openPrepared } from './pack.ts'

/** A document as text. The ending of its path says how it is read: `md`, `yaml`, `json`, `csv`, `xml` …; any other is read as Markdown. */
export interface DocumentText {
  readonly path: string
  readonly text: string
}

/** The text of a YAML or JSON file, or what such a file would hold. */
export type TextOrContent = string | object

/** What to audit, and against what. */
export interface AuditRequest {
  /** Pages that are audited together: what two of them say is compared. */
  readonly documents: readonly DocumentText[]
  /** Compiled rules: `rules` of `claimlint/rules`, or what `compilePack` made of your own. They are prepared once and kept as long as the object. */
  readonly rules: PackSource
  /** The day the audit speaks for, `YYYY-MM-DD`: proof that lapsed before it counts as expired. */
  readonly asOf: string
  /** Facts of the company, as `company.yaml` has them; goods among them too. */
  readonly facts?: TextOrContent
  /** Documents that are only read along: files of product facts, other pages that may contradict. */
  readonly background?: readonly DocumentText[]
  /** The register of proof, as a file of `evidence/` has it. */
  readonly evidence?: TextOrContent
  /** Decisions, as `claimlint.decisions.yaml` has them. */
  readonly decisions?: TextOrContent
  /** Settings as `claimlint.yaml` has them, as far as they do not name files. */
  readonly config?: TextOrContent
  /** These four go over `config`. No markets: those the language of each claim is aimed at. */
  readonly markets?: readonly Market[]
  readonly channel?: Channel | null
  readonly audience?: Audience | null
  /** Language of messages and advice; English unless given. Rewordings speak the language of the copy. */
  readonly language?: Language
  /** `claims`: the report also lists claims that need no action. */
  readonly ledger?: 'findings' | 'claims'
  /** What runs the regular expressions of house rules: `regexRunners(rules)`. */
  readonly regexes?: ReadonlyMap<string, RegexRunner>
}

/** Set by the build of the package; sources that run unbuilt have no version. */
declare const claimlintVersion: string | undefined

const toolVersion = typeof claimlintVersion === 'undefined' ? '' : claimlintVersion
const companyFile = 'company.yaml'
const decisionFile = 'claimlint.decisions.yaml'
const prepared = new WeakMap<PackSource, PreparedPack>()

/**
 * Audits documents and answers the report: what `claimlint audit --format json` prints, as plain data. The same request gives the
 * same report. Bad documents and registers are findings in it. Throws ClaimlintError: E_USAGE for a day that is none, E_CONFIG for
 * settings that are wrong.
 */
export function audit(request: AuditRequest): Report {
  const { documents, background = [], rules, regexes = new Map(), language = 'en', ledger = 'findings' } = request
  checkDay(request.asOf)
  const ready = preparedOnce(rules)
  const config = readAuditConfig(textOf(request.config) ?? '', namesIn(ready))
  const selection = { only: [], skip: [], levels: config.rules }
  const pack = openPrepared(ready, selection, regexes)
  const record = ({ path, text }: DocumentText) => extractClaims(parseDocument(path, text, config), pack)
  const facts = textOf(request.facts)
  const along = facts === null ? background : [...background, { path: companyFile, text: facts }]
  const group = {
    records: documents.map(record),
    background: along.map(record),
    company: facts === null ? null : companyFile,
    section: request.config === undefined ? null : configFile,
    pack,
    settings: { ...settingsOf(request, config), selection },
    onFile: onFileOf(request),
  }
  return judge([group], { language, ledger, toolVersion })
}

/** Preparing rules takes longer than auditing a page. */
function preparedOnce(rules: PackSource): PreparedPack {
  const known = prepared.get(rules) ?? preparePack(rules)
  prepared.set(rules, known)
  return known
}

const settingsOf = (
  { asOf, markets, channel, audience }: AuditRequest,
  config: AuditConfig,
): Omit<JudgeSettings, 'selection'> => ({
  asOf,
  markets: markets ?? config.markets,
  channel: channel === undefined ? config.channel : channel,
  audience: audience === undefined ? config.audience : audience,
  languages: config.languages,
})

/** JSON is YAML, so one reader serves for both. */
const textOf = (content: TextOrContent | undefined): string | null =>
  content === undefined ? null : typeof content === 'string' ? content : JSON.stringify(content, null, 2)

function onFileOf({ evidence, decisions }: AuditRequest): OnFile {
  const register = textOf(evidence)
  const decided = textOf(decisions)
  return {
    ...nothingOnFile,
    ...(register !== null && readEvidenceRegister('evidence.yaml', register)),
    ...(decided !== null && readDecisionFile(decisionFile, decided)),
    decisionFile,
    audited: 'all',
  }
}

function checkDay(asOf: string): void {
  const day = /^\d{4}-\d\d-\d\d$/.test(asOf) ? new Date(`${asOf}T00:00:00Z`) : null
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(asOf)) return
  throw new ClaimlintError('E_USAGE', `asOf: "${asOf}" is no day; write it as 2026-03-31`)
}
