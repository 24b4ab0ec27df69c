#!/usr/bin/env node
'use strict'

const { existsSync } = require('node:fs')
const { enableCompileCache } = require('node:module')
const { join } = require('node:path')

const program = join(__dirname, '..', 'dist', 'claimlint.cjs')

if (existsSync(program)) {
  enableCompileCache?.() // Node 22 and newer
  const { processIo, run } = require(program)
  run(process.argv.slice(2), processIo()).then((code) => {
    process.exitCode = code
  })
} else {
  process.stderr.write('claimlint: the program is not built yet; run npm run build\n')
  process.exitCode = 3
}
