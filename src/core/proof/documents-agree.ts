import { properties } from '../model/property.ts'
import type { Statement } from '../model/statement.ts'
import type { Product } from './catalog.ts'
import { againstEachOther } from './compare-amounts.ts'
import type { Comparison, StatedValue } from './comparisons/comparison.ts'
import { comparisons } from './comparisons/index.ts'

/** A statement that no fact decided, and what it is about. */
export interface OpenStatement {
  readonly statement: Statement
  readonly subject: Product | 'general'
}

interface Entry extends OpenStatement {
  readonly stated: StatedValue
}

/** More values of one property than this are no contradiction but a list. */
const maxEntries = 400

/** Finds statements of different documents that cannot both hold, each with those against it. */
export function compareDocuments(
  open: readonly OpenStatement[],
  companyOf: (path: string) => string,
  termsOfBusiness: ReadonlySet<string>,
): Map<Statement, Statement[]> {
  const against = new Map<Statement, Statement[]>()
  const add = (one: Statement, other: Statement) => {
    against.set(one, [...(against.get(one) ?? []), other])
    against.set(other, [...(against.get(other) ?? []), one])
  }
  for (const entries of groupsOf(open, companyOf).values()) {
    const bySubject = new Map<string, Entry[]>()
    for (const entry of entries) {
      const key = subjectKey(entry)
      bySubject.set(key, [...(bySubject.get(key) ?? []), entry])
    }
    for (const same of bySubject.values()) comparePairs(same, add)
    if (termsOfBusiness.has(entries[0]?.statement.property ?? '')) compareWithProducts(entries, add)
  }
  return against
}

const subjectKey = ({ statement, subject }: Entry) =>
  subject === 'general' || properties[statement.property] === 'company' ? '' : subject.key

function groupsOf(open: readonly OpenStatement[], companyOf: (path: string) => string): Map<string, Entry[]> {
  const byProperty = new Map<string, OpenStatement[]>()
  for (const entry of open) {
    const comparison: Comparison | null = comparisons[entry.statement.property]
    if (!comparison?.stated) continue
    const key = `${entry.statement.property} ${companyOf(entry.statement.document)}`
    const list = byProperty.get(key)
    if (list) list.push(entry)
    else byProperty.set(key, [entry])
  }
  const groups = new Map<string, Entry[]>()
  for (const [key, list] of byProperty) {
    // One document does not contradict another alone: most groups need not be read.
    if (list.every(({ statement }) => statement.document === list[0]?.statement.document)) continue
    for (const entry of list.flatMap(readEntry)) {
      const part = `${key} ${entry.stated.part}`
      const group = groups.get(part)
      if (group) group.push(entry)
      else groups.set(part, [entry])
    }
  }
  return groups
}

function readEntry({ statement, subject }: OpenStatement): Entry[] {
  const comparison: Comparison | null = comparisons[statement.property]
  const stated = comparison?.stated?.(statement)
  return stated ? [{ statement, subject, stated }] : []
}

function disagree(a: Entry, b: Entry): boolean {
  const [one, other] = [a.stated.value, b.stated.value]
  if (typeof one === 'string' || typeof other === 'string') return typeof one === typeof other && one !== other
  return againstEachOther(one, other, a.stated.boast) === 'contradicts'
}

function comparePairs(entries: readonly Entry[], add: (one: Statement, other: Statement) => void): void {
  if (entries.length > maxEntries) return
  for (const [index, one] of entries.entries()) {
    for (const other of entries.slice(index + 1)) {
      if (one.statement.document !== other.statement.document && disagree(one, other))
        add(one.statement, other.statement)
    }
  }
}

/** A general statement stands as long as one product agrees with it: the others say something of their own. */
function compareWithProducts(entries: readonly Entry[], add: (one: Statement, other: Statement) => void): void {
  const special = entries.filter(({ subject }) => subject !== 'general')
  if (entries.length > maxEntries) return
  for (const general of entries.filter(({ subject }) => subject === 'general')) {
    const others = special.filter((entry) => entry.statement.document !== general.statement.document)
    const against = others.filter((entry) => disagree(general, entry))
    if (against.length < others.length) continue
    for (const { statement } of against) add(general.statement, statement)
  }
}
