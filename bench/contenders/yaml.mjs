// Parses every YAML file of a folder with positions and does nothing with the documents.
import { readFileSync } from 'node:fs'
import { LineCounter, parseAllDocuments } from 'yaml'
import { filesBelow } from './files.mjs'

let documents = 0
for (const file of filesBelow(process.argv[2], '.yaml')) {
  documents += parseAllDocuments(readFileSync(file, 'utf8'), {
    keepSourceTokens: true,
    lineCounter: new LineCounter(),
  }).length
}
console.log(documents)
