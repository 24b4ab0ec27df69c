import { type AuditRequest, audit } from '../../core/audit/audit.ts'
import type { PackSource } from '../../core/model/pack.ts'
import type { Report } from '../../core/model/report.ts'
import { textOfRanks } from '../rules/rank-bytes.ts'
import { readRules } from '../rules/rules-text.ts'

/** What the page asks for. */
export type Wish = Omit<AuditRequest, 'rules'>

/** A question of the page to the engine: rules first, once, then wishes. */
export type Question = { readonly rules: string } | { readonly number: number; readonly wish: Wish }

/** What the engine answers: that the rules are ready, a report, or why there is none. */
export type Answer =
  | { readonly ready: true }
  | { readonly number: number; readonly report: Report }
  | { readonly number: number | null; readonly fault: string }

/** Answers questions, one after the other. */
export function newEngine(answer: (answer: Answer) => void): (question: Question) => Promise<void> {
  let rules: Promise<PackSource> | null = null
  return async (question) => {
    try {
      if ('rules' in question) {
        rules = openRules(question.rules)
        // An audit of nothing prepares the rules.
        audit({ documents: [], rules: await rules, asOf: '2000-01-01' })
        answer({ ready: true })
      } else if (rules !== null) {
        answer({ number: question.number, report: audit({ ...question.wish, rules: await rules }) })
      }
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error)
      answer({ number: 'rules' in question ? null : question.number, fault })
    }
  }
}

/** Reads rules as the build wrote them: the ranks of their characters, a line end, then their deflated bytes in base64. */
async function openRules(text: string): Promise<PackSource> {
  const [ranks = '', base64 = ''] = text.split('\n')
  const deflated = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const inflated = new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(inflated).arrayBuffer())
  return readRules(textOfRanks({ ranks, bytes }))
}
