// Runs the examples of rules/, of all or of the families, rules, guards/<name> or proof/<slot> named.
import { testPack } from '../src/core/audit/test-pack.ts'
import { ClaimlintError } from '../src/core/model/error.ts'
import { compilePack, emptyPack } from '../src/core/rules/compile.ts'
import { readRuleFiles } from './read-rules.ts'

try {
  const pack = compilePack(readRuleFiles('rules'), emptyPack)
  const failures = testPack(pack, undefined, process.argv.slice(2))
  for (const { owner, text, reason } of failures) console.log(`${owner}: ${JSON.stringify(text)} ${reason}`)
  console.log(`${pack.source.rules.length} rules, ${failures.length} failing examples`)
  process.exitCode = failures.length === 0 ? 0 : 1
} catch (error) {
  if (!(error instanceof ClaimlintError)) throw error
  console.log(`rules/${error.place?.path}:${error.place?.line}:${error.place?.column}: ${error.message}`)
  process.exitCode = 2
}
