// Compiles a folder of rules into one JSON file; scripts/build.mjs runs it.
import { writeFileSync } from 'node:fs'
import { ruleFilesIn } from '../src/cli/files/rule-files.ts'
import { compilePack, emptyPack } from '../src/core/rule-compiler.ts'

const [folder, output] = process.argv.slice(2)
if (folder === undefined || output === undefined)
  throw new Error('usage: compile-rules <folder of rules> <output file>')
writeFileSync(output, JSON.stringify(compilePack(ruleFilesIn(folder), emptyPack)))
