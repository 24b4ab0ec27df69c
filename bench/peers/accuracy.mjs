// How other linters of prose and a plain word list do on the labelled passages, scored as npm run accuracy scores claimlint:
//   npm ci --prefix bench/peers && node bench/peers/accuracy.mjs
// Vale is asked where it is on the PATH, proselint where python3 has it (0.16: python3 -m proselint). Held-back passages stay out.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { markdown } from 'alex'
import writeGood from 'write-good'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('../..', import.meta.url))
const here = fileURLToPath(new URL('.', import.meta.url))
const sets = ['', 'own/', 'pool/', 'pool-2/', 'pool-3/']

const rowsOf = (language) =>
  sets
    .flatMap((set) => {
      const path = join(root, 'fixtures/labelled', `${set}${language}${set === '' ? '.dev' : ''}.jsonl`)
      return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []
    })
    .map((line) => JSON.parse(line))
    .filter(({ label }) => label !== 'grey')

const folder = mkdtempSync(join(tmpdir(), 'claimlint-peers-'))
const write = (rows) => {
  for (const [at, { text }] of rows.entries()) writeFileSync(join(folder, `${at}.md`), text)
}
const run = (command, args) => spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, cwd: folder })
const none = () => []

/** Offset of a 1-based line and column. */
const offsetOf = (text, line, column) =>
  text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, 0) +
  column -
  1

/** Each peer: rows -> for every row the spans it complains about; null where it is not installed. */
const peers = {
  'write-good 1.0.8': (rows) =>
    rows.map(({ text }) => writeGood(text).map(({ index, offset }) => [index, index + offset])),
  'alex 11.0.1': (rows) =>
    rows.map(({ text }) => {
      const spans = markdown(text).messages.map(({ place }) => place)
      return spans.flatMap((place) => (place?.start ? [[place.start.offset, place.end.offset]] : []))
    }),
  'textlint 15.8.0 with write-good': (rows) => {
    const config = join(here, 'textlintrc.json')
    const ran = run(process.execPath, [
      join(here, 'node_modules/textlint/bin/textlint.js'),
      '--config', config, '--rules-base-directory', join(here, 'node_modules'), '-f', 'json', folder,
    ]) // biome-ignore format: a command
    const spans = rows.map(none)
    for (const { filePath, messages } of JSON.parse(ran.stdout)) {
      spans[Number(/(\d+)\.md$/.exec(filePath)[1])] = messages.map(({ range }) => range)
    }
    return spans
  },
  'Vale with its own style': (rows) => {
    writeFileSync(join(folder, 'vale.ini'), 'MinAlertLevel = suggestion\n\n[*.md]\nBasedOnStyles = Vale\n')
    const ran = run('vale', ['--no-exit', '--output=JSON', '--config', join(folder, 'vale.ini'), folder])
    if (ran.error) return null
    const spans = rows.map(none)
    for (const [path, alerts] of Object.entries(JSON.parse(ran.stdout))) {
      const at = Number(/(\d+)\.md$/.exec(path)[1])
      spans[at] = alerts.map(({ Line, Span }) => {
        const start = offsetOf(rows[at].text, Line, Span[0])
        return [start, start + Span[1] - Span[0] + 1]
      })
    }
    return spans
  },
  'proselint 0.16': (rows) => {
    const files = rows.map((_, at) => join(folder, `${at}.md`))
    const ran = run('python3', ['-m', 'proselint', 'check', ...files])
    const spans = rows.map(none)
    if (ran.error || !/^(?:\/.*\.md:|$)/.test(ran.stdout)) return null
    for (const [, row, line, column] of ran.stdout.matchAll(/(\d+)\.md:(\d+):(\d+): /g)) {
      // It tells where a complaint begins, not where it ends: one word is assumed.
      const { text } = rows[row]
      const start = offsetOf(text, Number(line), Number(column))
      spans[row].push([start, start + (/^\S+/.exec(text.slice(start))?.[0].length ?? 1)])
    }
    return spans
  },
}

const listed = { en: ['en'], zh: ['hans', 'hant'] }

/** The phrasings of the handbook of the field as a plain word list. */
function wordList(rows, language) {
  const lexicon = join(root, 'fixtures/lexicon')
  const families = readdirSync(lexicon).map((name) => parse(readFileSync(join(lexicon, name), 'utf8')))
  const phrases = families.flatMap(({ phrasings }) => listed[language].flatMap((script) => phrasings?.[script] ?? []))
  const plain = phrases.filter((phrase) => typeof phrase === 'string').map((phrase) => phrase.toLowerCase())
  return rows.map(({ text }) => {
    const low = text.toLowerCase()
    return plain.flatMap((phrase) => {
      const at = low.indexOf(phrase)
      return at === -1 ? [] : [[at, at + phrase.length]]
    })
  })
}

/** Recall: flagged rows with a complaint on the labelled words; precision: the share of those among them and the clean rows with any. */
function score(rows, spans) {
  const flagged = rows.filter(({ label }) => label === 'flag').length
  const isHit = ({ text, span }, found) => {
    const start = text.indexOf(span)
    return found.some(([from, to]) => from < start + span.length && start < to)
  }
  const hits = rows.filter((row, at) => row.label === 'flag' && isHit(row, spans[at])).length
  const alarms = rows.filter((row, at) => row.label === 'pass' && spans[at].length > 0).length
  const percent = (part, whole) => (whole === 0 ? 'none found' : `${((part / whole) * 100).toFixed(1)} %`)
  return `${percent(hits, flagged)} | ${percent(hits, hits + alarms)}`
}

try {
  const english = rowsOf('en')
  write(english)
  for (const [name, complaints] of Object.entries(peers)) {
    const spans = complaints(english)
    console.log(spans ? `| ${name}, English | ${score(english, spans)} |` : `${name}: not installed`)
  }
  console.log(`| phrases of the handbook as a word list, English | ${score(english, wordList(english, 'en'))} |`)
  const chinese = rowsOf('zh')
  console.log(`| the same, Chinese | ${score(chinese, wordList(chinese, 'zh'))} |`)
  const flagged = (rows) => rows.filter(({ label }) => label === 'flag').length
  console.log(`${flagged(english)} flagged English passages, ${flagged(chinese)} Chinese`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
