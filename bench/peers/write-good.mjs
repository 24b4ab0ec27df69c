// write-good over every Markdown file of a folder, in one process.
import { readFileSync } from 'node:fs'
import writeGood from 'write-good'
import { filesBelow } from '../contenders/files.mjs'

for (const file of filesBelow(process.argv[2], '.md')) {
  for (const { index, reason } of writeGood(readFileSync(file, 'utf8'))) console.log(`${file}:${index}: ${reason}`)
}
