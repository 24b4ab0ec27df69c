import { type AuditRequest, audit } from '../../core/audit/audit.ts'
import type { PackSource } from '../../core/model/pack.ts'
import type { Report } from '../../core/model/report.ts'
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

/** Reads rules from base64 of their deflated text. */
async function openRules(base64: string): Promise<PackSource> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return readRules(await new Response(inflated).text())
}
