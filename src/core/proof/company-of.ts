import type { ProofRecord, ProofScope } from './catalog.ts'
import { stemOf } from './pages.ts'

/** Which company a document speaks for. */
export interface CompanyFinder {
  readonly keyOf: (path: string) => string
  readonly isCompanyFile: (record: ProofRecord) => boolean
  /** Whether a company's key is that of a file with its facts. */
  readonly hasFile: (key: string) => boolean
}

const companyFile = /(?:^|\/)company\.(?:ya?ml|json)$/i
const folderOf = (path: string) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '')
const isAbove = (folder: string, path: string) => (folder === '' ? !path.startsWith('../') : path.startsWith(folder))

/** Finds for each document the company file the configuration names, else the nearest one up the tree, else the one of its section. */
export function companyFinder(records: readonly ProofRecord[], { company, section }: ProofScope): CompanyFinder {
  const named = records.filter(({ path }) => companyFile.test(path))
  const typed = records.filter(
    ({ path, owners }) => !companyFile.test(path) && owners.some(({ kind }) => kind === 'organization'),
  )
  const only = named.length === 0 && typed.length === 1 ? typed[0]?.path : undefined
  const nearest = (path: string, among: readonly ProofRecord[]) =>
    among
      .filter((record) => isAbove(folderOf(record.path), path))
      .sort((a, b) => folderOf(b.path).length - folderOf(a.path).length)[0]?.path
  const known = new Map<string, string>()
  const find = (path: string): string => {
    const chosen = company(path)
    if (chosen !== null) return chosen
    const found = nearest(path, named) ?? nearest(path, typed) ?? (section === null ? undefined : only)
    return found ?? (section === null ? `\n${stemOf(path)}` : `\n${section}`)
  }
  const keyOf = (path: string): string => {
    const key = known.get(path) ?? find(path)
    known.set(path, key)
    return key
  }
  const paths = new Set(records.map(({ path }) => path))
  return {
    keyOf,
    hasFile: (key) => paths.has(key),
    isCompanyFile: ({ path }) => path === keyOf(path) || companyFile.test(path),
  }
}
