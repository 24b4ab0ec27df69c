// Compiles a folder of rules into rules.json.gz and rule-examples.json.gz (to test and explain with) and rules.pack (to audit with), and rules.text, .ranks and .bytes (the library and the playground are built from them); scripts/build.mjs runs it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ruleFilesIn } from '../src/cli/files/rule-files.ts'
import { packFile } from '../src/cli/pack-file.ts'
import { tableNames, textNames } from '../src/core/model/prepared.ts'
import { compilePack, emptyPack, preparePack } from '../src/core/rule-compiler.ts'
import { rankBytes } from '../src/playground/rules/rank-bytes.ts'
import { writeRules } from '../src/playground/rules/rules-text.ts'

const [folder, output] = process.argv.slice(2)
if (folder === undefined || output === undefined)
  throw new Error('usage: compile-rules <folder of rules> <output folder>')
const { source, examples } = compilePack(ruleFilesIn(folder), emptyPack)
writeFileSync(join(output, 'rules.json.gz'), gzipSync(JSON.stringify(source), { level: 9 }))
writeFileSync(join(output, 'rule-examples.json.gz'), gzipSync(JSON.stringify(examples), { level: 9 }))
writeFileSync(join(output, 'rules.pack'), packFile(preparePack(source), { tables: tableNames, texts: textNames }))
const text = writeRules(source)
const { ranks, bytes } = rankBytes(text)
writeFileSync(join(output, 'rules.text'), text)
writeFileSync(join(output, 'rules.ranks'), ranks)
writeFileSync(join(output, 'rules.bytes'), bytes)
