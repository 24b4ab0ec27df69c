import { type ProofEntry, proofStates } from '../model/ledger.ts'
import { qualities, type ScoredDocument, type ScoredPromise } from '../model/promise.ts'
import type { ReadFile } from '../model/review.ts'
import { hex, sha256 } from '../text/sha256.ts'
import { copy, type Markup, markup, nothing, prose } from './html-markup.ts'
import type { View } from './html-view.ts'

/** A cell that tells its column by itself where the table is too narrow for heads. */
const cell = (label: string, content: Markup | string | number) => markup`<td data-label="${label}">${content}</td>`

const heads = (names: readonly string[]) =>
  markup`<thead><tr>${names.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>`

function proofRow({ evidence, state, daysLeft, claims }: ProofEntry, { page, words, listWords }: View): Markup {
  const { proof, nobody } = listWords
  const heads = words.proofs
  const named = [evidence.kind, evidence.statement].filter((text) => text !== null).join(': ')
  const why = [proof.why(state, daysLeft, evidence.file), claims === 0 ? proof.unused : ''].filter(Boolean)
  const level = state === 'expiring' ? 'warning' : 'error'
  const told = markup`<code>${evidence.id}</code> ${copy(named, page)}${why.map((text) => markup`<br><span class="faint">${prose(text, page)}</span>`)}`
  return markup`<tr class="${level}">${cell(heads.state, markup`<span class="badge">${proof.state[state]}</span>`)}<td>${told}</td>${cell(heads.expires, evidence.expires ?? '')}${cell(heads.claims, claims)}${cell(heads.owner, copy(evidence.owner ?? nobody, page))}</tr>
`
}

/** Evidence that proves nothing any more, or soon will not. */
export function proofsSection(view: View): Markup {
  const {
    report: { review },
    words,
  } = view
  if (review === undefined) return nothing
  const { intro, none, state, proof, expires, claims, owner, sound } = words.proofs
  const weak = proofStates.flatMap((each) => review.proofs.filter((entry) => entry.state === each && each !== 'valid'))
  const valid = review.proofs.length - weak.length
  const table = markup`<p>${intro}</p><div class="card"><table class="plain">${heads([state, proof, expires, claims, owner])}
<tbody>${weak.map((entry) => proofRow(entry, view))}</tbody></table></div>`
  return markup`<section aria-labelledby="proofs"><h2 id="proofs">${words.head.proofs}</h2>
${weak.length > 0 ? table : nothing}<p>${review.proofs.length === 0 ? none : valid > 0 ? sound(valid, review.within) : ''}</p></section>`
}

const mark = (score: number) => score.toFixed(2)

/** A bar as long as the score. */
const scoreBar = (score: number) =>
  markup`<svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none"><rect width="${(score * 100).toFixed(0)}" height="8"/></svg><b>${mark(score)}</b>`

function promiseItem({ finding, marks }: ScoredPromise, { page, words, common, listWords: { quality } }: View): Markup {
  const told = qualities.map(
    (name) =>
      markup`<li>${mark(marks[name].score)} ${quality[name]}${common.list}${prose(marks[name].reason, page)}</li>`,
  )
  return markup`<dt>${copy(finding.text, page)} <span class="faint">${words.place(finding.range.start)}</span></dt><dd><ul>${told}</ul></dd>`
}

function scoreRow({ document, scores, overall }: ScoredDocument, { page, listWords }: View): Markup {
  const cells = qualities.map((name) => cell(listWords.quality[name], mark(scores[name])))
  return markup`<tr><th scope="row">${copy(document, page)}</th>${cells}<td class="bar" data-label="${listWords.overall}">${scoreBar(overall)}</td></tr>\n`
}

/** What the promises of each document are worth to a buyer. */
export function promisesSection(view: View): Markup {
  const {
    report: { review },
    words,
    page,
    listWords: { columns, quality, overall },
  } = view
  if (review === undefined) return nothing
  const documents = review.promises
  const table = markup`<p>${words.promises.intro}</p><div class="card"><table class="plain scores">${heads([columns.document, ...qualities.map((name) => quality[name]), overall])}
<tbody>${documents.map((each) => scoreRow(each, view))}</tbody></table>
<details class="screen"><summary>${words.promises.why}</summary>${documents.map(({ document, promises }) => markup`<h3>${copy(document, page)}</h3><dl>${promises.map((each) => promiseItem(each, view))}</dl>`)}</details></div>`
  return markup`<section aria-labelledby="promises"><h2 id="promises">${words.head.promises}</h2>
${documents.length > 0 ? table : markup`<p>${words.promises.none}</p>`}</section>`
}

/** More files than this are shown when the reader asks, and on paper. */
const shownFiles = 40

/** The SHA-256 of the list as `sha256sum` prints it: one line stands for all files. */
function listDigest(files: readonly ReadFile[]): string {
  const lines = files.flatMap(({ path, sha256: digest }) => (digest === null ? [] : [`${digest}  ${path}\n`]))
  return hex(sha256(lines.join('')))
}

/** What a signature covers: so many files, by one digest. */
export function coverage({ report: { review }, words }: View): Markup {
  if (review === undefined) return nothing
  return markup`<p class="faint">${words.files.covers(review.files.length)} <code>${listDigest(review.files)}</code></p>`
}

function fileRow({ path, role, sha256: digest }: ReadFile, { page, words }: View): Markup {
  return markup`<tr><th scope="row">${copy(path, page)}</th>${cell(words.files.role, words.files.roles[role])}<td>${digest === null ? words.files.unread : markup`<code>${digest}</code>`}</td></tr>\n`
}

/** What was read, so that who signs can say for which bytes. */
export function filesSection(view: View): Markup {
  const {
    report: { review },
    words,
  } = view
  if (review === undefined) return nothing
  const { path, role, digest, intro } = words.files
  const { files } = review
  const open = files.length <= shownFiles ? markup` open` : nothing
  return markup`<section aria-labelledby="files"><h2 id="files">${words.head.files}</h2>
<p>${intro(files.length)}</p><div class="card"><details${open}><summary>${words.head.files}</summary><table class="plain files">${heads([path, role, digest])}
<tbody>${files.map((file) => fileRow(file, view))}</tbody></table></details></div></section>`
}
