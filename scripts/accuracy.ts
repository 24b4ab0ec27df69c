// Precision and recall on the labelled sets: npm run accuracy [-- --quiet --severity --rules-only] [family …] [file.jsonl …]
import { readdirSync } from 'node:fs'
import { everyRule, openPack } from '../src/core/audit/pack.ts'
import { compilePack, emptyPack } from '../src/core/rules/compile.ts'
import { labelledSets, precisionOfRule, readRows, ruleRecords, tooLoud } from './accuracy-rules.ts'
import { auditRow, precisionOf, type RowResult, recallOf, ruleFamilies, scoreOf } from './accuracy-score.ts'
import { readRuleFiles } from './read-rules.ts'

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-') && !word.endsWith('.jsonl'))
const named = process.argv.slice(2).filter((word) => word.endsWith('.jsonl'))
const files =
  named.length > 0
    ? named
    : readdirSync('fixtures/labelled')
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .map((name) => `fixtures/labelled/${name}`)
const skip = process.argv.includes('--rules-only') ? ['*/implied'] : []
const pack = openPack(compilePack(readRuleFiles('rules'), emptyPack).source, { ...everyRule, skip })

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8)

function line(name: string, results: readonly RowResult[]): string {
  const score = scoreOf(results)
  const agree = score.hits === 0 ? 1 : score.severityAgrees / score.hits
  const family = score.hits === 0 ? 1 : score.familyAgrees / score.hits
  return `${name.padEnd(16)} recall ${percent(recallOf(score))} (${score.hits}/${score.flagged})  precision ${percent(precisionOf(score))} (${score.alarms} alarms in ${score.passes})  severity ${percent(agree)}  family ${percent(family)}`
}

const belongs = ({ row }: RowResult) =>
  wanted.length === 0 ||
  (row.family !== null &&
    (wanted.includes(row.family) || ruleFamilies(row.family).some((family) => wanted.includes(family))))

for (const file of files) {
  const rows = readRows(file)
  const results = rows.map((row) => auditRow(row, pack))
  console.log(`\n${file}`)
  if (!process.argv.includes('--quiet')) {
    for (const { row } of results.filter(
      (result) => result.row.label === 'flag' && result.hit === null && belongs(result),
    )) {
      console.log(`  miss  ${row.id} ${row.family}/${row.severity} [${row.span}] in ${JSON.stringify(row.text)}`)
    }
    for (const { row, findings } of results.filter(
      ({ row, findings: found }) => row.label === 'pass' && found.length > 0,
    )) {
      for (const finding of findings) {
        if (wanted.length === 0 || wanted.includes(finding.family))
          console.log(
            `  alarm ${row.id} ${finding.ruleId}/${finding.severity} [${finding.text}] in ${JSON.stringify(row.text)}`,
          )
      }
    }
    for (const { row, hit } of results) {
      if (
        hit &&
        belongs({ row, hit, findings: [] }) &&
        hit.severity !== row.severity &&
        process.argv.includes('--severity')
      )
        console.log(
          `  level ${row.id} ${hit.ruleId}/${hit.severity}, labelled ${row.family}/${row.severity} [${row.span}] (${hit.severityReason})`,
        )
    }
  }
  const names = [...new Set(rows.flatMap((row) => (row.family === null ? [] : [row.family])))].sort()
  for (const name of names)
    console.log(
      line(
        name,
        results.filter(({ row }) => row.family === name),
      ),
    )
  console.log(line('all', results))
}

const records = ruleRecords((named.length > 0 ? named : labelledSets()).flatMap(readRows), pack)
console.log('\nrule by rule, over every set that is not kept back (fires, right, wrong, precision where known)')
for (const record of records.sort((a, b) => (precisionOfRule(a) ?? 2) - (precisionOfRule(b) ?? 2))) {
  const share = precisionOfRule(record)
  if (share === 1 && process.argv.includes('--quiet')) continue
  const known = share === null ? 'unknown' : percent(share).trim()
  console.log(
    `${record.ruleId.padEnd(36)} ${[record.fires, record.right, record.wrong].map((count) => String(count).padStart(4)).join(' ')}  ${known}`,
  )
}
const loud = tooLoud(records)
for (const { ruleId } of loud) console.log(`${ruleId} is wrong more often than one time in five: ship it at info`)
if (loud.length > 0) process.exitCode = 1
