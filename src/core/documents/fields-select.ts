import { type FieldGroup, type FieldPatterns, fieldGroups } from './fields.ts'
import { fitsPattern, parsePattern, type Step } from './fields-path.ts'
import { isProse } from './fields-prose.ts'
import { isCopyColumn } from './sheet-columns.ts'

/** Words of a key: `productId`, `product_id` and `Product ID` are product, id. */
function keyWords(key: string): string[] {
  return key
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[\s_\-:]+/)
    .filter(Boolean)
}

const joined = (key: string) => keyWords(key).join('')

const byKey = new Map(fieldGroups.flatMap((group) => group.keys.map((key) => [joined(key), group] as const)))
const byEnding = new Map(fieldGroups.flatMap((group) => group.endings.map((word) => [word, group] as const)))

/** The group a key belongs to; null when its text is copy. */
export function groupOf(key: string): FieldGroup | null {
  // JSON-LD writes @type and @id; @context is a name of its own.
  const name = key === '@context' ? key : key.replace(/^@/, '')
  const last = keyWords(name).at(-1)
  return byKey.get(joined(name)) ?? (last === undefined ? undefined : byEnding.get(last)) ?? null
}

/** Whether the text at a path may be copy, by the names of its keys alone. */
function isCopyPath(path: readonly Step[]): boolean {
  const keys = path.filter((step) => typeof step === 'string')
  return keys.every((key, index) => {
    const scope = groupOf(key)?.scope
    if (scope === undefined) return true
    const isLast = index === keys.length - 1
    return scope === 'value' ? !isLast : scope === 'structure' && isLast
  })
}

/** Tells whether a text, by its path and its value, is copy. */
export type FieldSelection = (path: readonly Step[], value: string) => boolean

/** The selection of the built-in groups and the user's patterns. */
export const selectFields = (patterns: FieldPatterns): FieldSelection => selection(patterns, isCopyPath)

/** The selection in sheets and feeds: most of their columns are for machines, so only those known by name are copy. */
export const selectColumns = (patterns: FieldPatterns): FieldSelection =>
  selection(patterns, (path) => path.some((step) => typeof step === 'string' && isCopyColumn(step)))

function selection(patterns: FieldPatterns, isCopyByName: (path: readonly Step[]) => boolean): FieldSelection {
  const audit = patterns.audit.map(parsePattern)
  const ignore = patterns.ignore.map(parsePattern)
  return (path, value) => {
    if (value.trim() === '') return false
    if (audit.some((pattern) => fitsPattern(pattern, path) === 'whole')) return true
    if (ignore.some((pattern) => fitsPattern(pattern, path) !== 'no')) return false
    return isCopyByName(path) && isProse(value)
  }
}
