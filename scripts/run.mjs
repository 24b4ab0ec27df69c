// Runs a TypeScript program of this repository: node scripts/run.mjs scripts/accuracy.ts [arguments]
import { runScript } from './bundle.mjs'

const [script, ...args] = process.argv.slice(2)
if (script === undefined) {
  console.error('usage: node scripts/run.mjs <script.ts> [arguments]')
  process.exitCode = 2
} else {
  process.exitCode = await runScript(script, args)
}
