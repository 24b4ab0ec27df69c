import { corpusFolder } from './bench.ts'

// A corpus by hand: node scripts/run.mjs bench/make.ts FOLDER md|yaml FILES SHARE [SEED]
const [work = '', format = 'md', files = '1000', claiming = '0.1', seed = '1'] = process.argv.slice(2)
if (work === '' || (format !== 'md' && format !== 'yaml')) {
  console.error('usage: node scripts/run.mjs bench/make.ts FOLDER md|yaml FILES SHARE [SEED]')
  process.exitCode = 2
} else {
  console.log(corpusFolder(work, { format, files: Number(files), claiming: Number(claiming), seed: Number(seed) }))
}
