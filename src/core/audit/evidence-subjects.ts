import type { FactOwner } from '../model/fact.ts'
import type { DocumentRecord } from './extract.ts'

/** Article numbers and names of the product that a key path (null: the body of the document) is about; empty when it is about none. */
export function productAt(owners: readonly FactOwner[], field: string | null): readonly string[] {
  const path = field ?? ''
  const around = owners.filter((owner) => owner.kind === 'product' && holds(owner, path))
  const [inner] = around.sort((a, b) => b.field.length - a.field.length)
  return inner ? [...inner.skus, ...inner.names] : []
}

const holds = ({ field }: FactOwner, path: string) =>
  field === '' || path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`)

const nameFacts: readonly string[] = ['legalName', 'otherName']

/** Every name under which the company goes in these documents; proof of any other holder is not its own. */
export function companyNames(records: readonly DocumentRecord[]): readonly string[] {
  const names = records.flatMap(({ owners, facts }) => [
    ...owners.flatMap((owner) => (owner.kind === 'organization' ? owner.names : [])),
    ...facts.flatMap(({ name, values }) => (nameFacts.includes(name) ? (values[''] ?? []) : [])),
  ])
  return [...new Set(names)]
}
