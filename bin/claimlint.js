#!/usr/bin/env node
import { existsSync } from 'node:fs'

const program = new URL('../dist/claimlint.js', import.meta.url)

if (existsSync(program)) {
  const { processIo, run } = await import(program.href)
  process.exitCode = await run(process.argv.slice(2), processIo())
} else {
  process.stderr.write('claimlint: the program is not built yet; run npm run build\n')
  process.exitCode = 3
}
