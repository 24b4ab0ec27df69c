// Reads every file of a folder as text and does nothing with it.
import { readFileSync } from 'node:fs'
import { filesBelow } from './files.mjs'

let length = 0
for (const file of filesBelow(process.argv[2])) length += readFileSync(file, 'utf8').length
console.log(length)
