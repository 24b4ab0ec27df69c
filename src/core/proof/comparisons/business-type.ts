import { type KnownFact, textOf, textsOf } from '../known-facts.ts'
import { type Comparison, contradicted, type Outcome, type Question, supported } from './comparison.ts'

const making = /manufactur|factory|producer|maker|foundry|mill\b|workshop|生产|生產|制造|製造|工厂|工廠|加工/i
const dealing =
  /trad(?:e|er|ing)|agent|agency|distribut|retail|wholesal|resell|import|export|贸易|貿易|代理|经销|經銷|零售|批发|批發|销售/i

/** Whether facts make the company a maker: its type, and the scope it is registered for. */
export function makerOutcome({ facts }: Question): Outcome | null {
  const type = facts('businessType').find((fact) => making.test(textOf(fact) ?? '') || dealing.test(textOf(fact) ?? ''))
  const scope = facts('registeredScope').filter((fact) => textsOf(fact, '').length > 0)
  const scopes = scope.filter((fact) => !making.test(textsOf(fact, '').join(' ')))
  if (type && !making.test(textOf(type) ?? '')) return contradicted([type, ...scopes])
  if (scopes.length > 0) return contradicted(scopes)
  const bearing: KnownFact[] = [...(type ? [type] : []), ...scope]
  return bearing.length === 0 ? null : supported(bearing)
}

/** "We are a manufacturer", "factory direct", 源头厂家: against the business type and the registered scope. */
export const businessType: Comparison = { decide: makerOutcome }
