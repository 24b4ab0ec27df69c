import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readDecisionFile, readEvidenceRegister } from '../../src/core/audit/on-file.ts'
import { decisionKeys, decisionKinds } from '../../src/core/model/decision.ts'
import { evidenceKeys, evidenceKinds } from '../../src/core/model/evidence.ts'
import { families, markets } from '../../src/core/model/rule.ts'

interface Schema {
  readonly definitions: {
    readonly entry: {
      readonly properties: Readonly<Record<string, { readonly enum?: unknown; readonly examples?: unknown }>>
    }
    readonly market?: { readonly enum: unknown }
    readonly support?: { readonly anyOf: readonly { readonly examples?: unknown }[] }
  }
}

const schemaOf = (name: string) => JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as Schema // our own schema
const evidence = schemaOf('evidence')
const decisions = schemaOf('decisions')
const ajv = new Ajv({ allowUnionTypes: true })
const fits = { evidence: ajv.compile(evidence), decisions: ajv.compile(decisions) }

describe('the schemas have what the readers know', () => {
  test('keys', () => {
    expect(Object.keys(evidence.definitions.entry.properties)).toEqual([...evidenceKeys])
    expect(Object.keys(decisions.definitions.entry.properties)).toEqual([...decisionKeys])
  })

  test('words', () => {
    expect(evidence.definitions.entry.properties['kind']?.examples).toEqual([...evidenceKinds])
    expect(evidence.definitions.market?.enum).toEqual([...markets])
    expect(evidence.definitions.support?.anyOf[0]?.examples).toEqual([...families])
    expect(decisions.definitions.entry.properties['kind']?.enum).toEqual([...decisionKinds])
  })

  test('the demo fits', () => {
    expect(fits.evidence(parse(readFileSync('fixtures/demo/evidence/register.yaml', 'utf8')))).toBe(true)
  })
})

const word = fc.constantFrom('a', 'price', 'QL-1', 'x y')
const value = fc.oneof(
  word,
  fc.array(word, { maxLength: 2 }),
  fc.record({ rule: word }),
  fc.constantFrom('2026-01-02', 'eu', 'attest', '0123456789abcdef', ''),
)
const entriesWith = (keys: readonly string[]) =>
  fc.array(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 6 }), { maxLength: 2 })

describe('what a reader takes whole fits its schema', () => {
  test('evidence', () => {
    fc.assert(
      fc.property(entriesWith(evidenceKeys), (entries) => {
        const { registerFaults } = readEvidenceRegister('r.json', JSON.stringify(entries))
        const isEmpty = entries.some((entry) => Object.values(entry).includes(''))
        if (registerFaults.length === 0 && !isEmpty) expect(fits.evidence(entries), JSON.stringify(entries)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('decisions', () => {
    fc.assert(
      fc.property(entriesWith(decisionKeys), (entries) => {
        const { decisionFaults } = readDecisionFile('d.json', JSON.stringify(entries))
        const isEmpty = entries.some((entry) => Object.values(entry).includes(''))
        if (decisionFaults.length === 0 && !isEmpty) expect(fits.decisions(entries), JSON.stringify(entries)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
