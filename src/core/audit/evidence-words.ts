import type { Evidence } from '../model/evidence.ts'
import type { Language } from '../model/rule.ts'
import type { Obstacle, Weight } from '../proof/weigh-evidence.ts'
import { readPeriod } from '../text/dates.ts'

type Say = (evidence: Evidence, fresh: string) => string

const listOf = (items: readonly string[] | null, joint: string) => (items ?? []).join(joint)

const english: Readonly<Record<Obstacle, Say>> = {
  expired: ({ expires }) => `it ran out on ${expires}`,
  'too-old': ({ issued }, fresh) => `it is of ${issued}, older than ${fresh}`,
  undated: (_, fresh) => `it has no date, and may not be older than ${fresh}`,
  'not-yet': ({ issued }) => `it is dated ${issued}, after the day of this audit`,
  'missing-file': ({ file }) => `its file ${file} is missing`,
  'changed-file': ({ file }) => `its file ${file} is not the one that was registered (sha256 differs)`,
  'outside-file': ({ file }) => `its file ${file} lies outside the repository`,
  product: ({ products }) => `it is for another product: ${listOf(products, ', ')}`,
  market: ({ markets }) => `it is for another market: ${listOf(markets, ', ')}`,
  document: () => 'it is for another document',
  holder: ({ holder }) => `it is for another holder: ${holder}`,
  kind: ({ kind }) => `a ${kind} does not prove such a claim`,
  registration: () => 'a registration or declaration is no approval',
  'management-system': () => 'it certifies how a company is managed, not a product',
}

const chinese: Readonly<Record<Obstacle, Say>> = {
  expired: ({ expires }) => `已于 ${expires} 到期`,
  'too-old': ({ issued }, fresh) => `日期为 ${issued}，超过允许的 ${fresh}`,
  undated: (_, fresh) => `没有日期，而证据不得早于 ${fresh}`,
  'not-yet': ({ issued }) => `日期为 ${issued}，晚于审核日期`,
  'missing-file': ({ file }) => `文件 ${file} 不存在`,
  'changed-file': ({ file }) => `文件 ${file} 与登记时不同（sha256 不符）`,
  'outside-file': ({ file }) => `文件 ${file} 在仓库之外`,
  product: ({ products }) => `属于其他产品：${listOf(products, '、')}`,
  market: ({ markets }) => `属于其他市场：${listOf(markets, '、')}`,
  document: () => '属于其他文件',
  holder: ({ holder }) => `持有人是其他公司：${holder}`,
  kind: ({ kind }) => `${kind} 不能证明此类说法`,
  registration: () => '备案、登记或自我声明不等于批准',
  'management-system': () => '证明的是企业管理体系，而不是产品',
}

const sayings: Readonly<Record<Language, Readonly<Record<Obstacle, Say>>>> = { en: english, zh: chinese }

/** Evidence as people name it: its id, then kind, issuer and number. */
export function evidenceName({ id, kind, issuer, number }: Evidence, language: Language): string {
  const parts = [kind, issuer, number].filter((part) => part !== null)
  if (parts.length === 0) return id
  return language === 'zh' ? `${id}（${parts.join('，')}）` : `${id} (${parts.join(', ')})`
}

/** `P30D` as people say it. */
function periodWords(period: string, language: Language): string {
  const { years, months, days } = readPeriod(period) ?? { years: 0, months: 0, days: 0 }
  const parts: readonly (readonly [number, string, string])[] = [
    [years, 'year', '年'],
    [months, 'month', '个月'],
    [days, 'day', '天'],
  ]
  return parts
    .filter(([count]) => count > 0)
    .map(([count, en, zh]) => (language === 'zh' ? `${count} ${zh}` : `${count} ${en}${count === 1 ? '' : 's'}`))
    .join(language === 'zh' ? '' : ' ')
}

/** Why evidence on file does not bear a claim out; `fresh`: how old it may be, as the rule has it. */
export function obstacleWords({ evidence, obstacles }: Weight, fresh: string, language: Language): string {
  const joint = language === 'zh' ? '；' : '; '
  return obstacles.map((obstacle) => sayings[language][obstacle](evidence, periodWords(fresh, language))).join(joint)
}

/** The whole sentence for a finding. */
export function onFileWords(weight: Weight, fresh: string, language: Language): string {
  const name = evidenceName(weight.evidence, language)
  const why = obstacleWords(weight, fresh, language)
  return language === 'zh' ? `已归档证据 ${name}，但${why}。` : ` On file: ${name}, but ${why}.`
}

/** For the place in the register that decided. */
export function registerWords(weight: Weight, fresh: string, language: Language): string {
  const name = evidenceName(weight.evidence, language)
  if (weight.obstacles.length > 0)
    return `${name}${language === 'zh' ? '：' : ': '}${obstacleWords(weight, fresh, language)}`
  const { statement } = weight.evidence
  return statement === null ? name : `${name}${language === 'zh' ? '：' : ': '}${statement}`
}
