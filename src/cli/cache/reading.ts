import { createHash } from 'node:crypto'
import { ruleFilesIn } from '../files/rule-files.ts'
import { programDigest } from './program-digest.ts'
import type { StoredDocument } from './record-store.ts'

type Part = StoredDocument['part']

/** Makes the keys of documents in a cache. A key stands for everything that records follow from: claimlint and its rules, those of them that
 *  are selected, house rules, the fields that are copy, the limits, and the document. Levels, markets, dates and proof are left to the judge. */
export function cacheKeys(): (document: StoredDocument) => string {
  const readings = new Map<Part, string>()
  return ({ source: { path, origin }, bytes, part }) => {
    const reading = readings.get(part) ?? readingOf(part)
    readings.set(part, reading)
    return createHash('sha256').update(`${reading}\0${origin}\0${path}\0`).update(bytes).digest('base64url')
  }
}

function readingOf({ config, pack }: Part): string {
  const houseRules = config.packs.map(({ value: folder }) => ruleFilesIn(folder))
  const all = JSON.stringify([programDigest(), config.fields, config.limits, pack.rules, houseRules])
  return createHash('sha256').update(all).digest('base64url')
}
