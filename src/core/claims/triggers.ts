import type { SlotType, Template, TemplateNode } from '../model/template.ts'
import { numberStarts } from '../text/numbers.ts'
import { currencies } from '../text/units.ts'

/** What begins the phrases of the lexicons of a pack, by `language:name`. */
export interface LexiconStarts {
  readonly firstWords: (name: string) => ReadonlySet<string>
  /** The first two tokens of each phrase as a key, one where it has no more. */
  readonly firstKeys: (name: string) => ReadonlySet<string>
}

/**
 * What may stand at one place of a template: keys, one of which must be met. A key is one token, or two tokens next to each
 * other parted by a space: single Han characters stand in every sentence, pairs of them do not.
 */
export interface TokenSet {
  readonly words: ReadonlySet<string>
  /** Any number in digits too. */
  readonly numbers: boolean
  /** Any token at all: the set demands nothing. */
  readonly anything: boolean
}

interface GrowingSet {
  readonly words: Set<string>
  numbers: boolean
  anything: boolean
}

/** Two tokens next to each other as one key. */
export const pairKey = (first: string, second: string): string => `${first} ${second}`

const slotsStartingAnywhere: ReadonlySet<SlotType> = new Set(['date', 'standard', 'certificate-number', 'name'])
const separators = [':', '|', '=', '-']
const numberWords: ReadonlySet<string> = new Set(numberStarts)
/** A word followed by one of more than so many words is looked up alone. */
const mostSeconds = 80

const nothing = (): GrowingSet => ({ words: new Set(), numbers: false, anything: false })

/** Sets with more words than this are met by so many passages that asking is not worth it. */
const mostTelling = 64

/** Whether it says something of a passage that it meets the set: common words and numbers stand in most of them. */
export function isTelling({ words, numbers }: TokenSet): boolean {
  if (numbers || words.size > mostTelling) return false
  for (const word of words) if (common.has(word)) return false
  return true
}

/** The words with which a match of the template can begin. */
export const firstsOf = (template: Template, lexicons: LexiconStarts): TokenSet =>
  singlesOf(keysAt(template, 0, lexicons))

/** The same set by the first words of its keys alone. */
export const singlesOf = ({ words, numbers, anything }: TokenSet): TokenSet => ({
  words: new Set([...words].map((key) => key.split(' ')[0] ?? '')),
  numbers,
  anything,
})

/** The part of a template that is the rarest in copy of those that cannot be left out, and where it stands among the nodes. */
export interface Trigger {
  readonly at: number
  readonly keys: TokenSet
}

/** The parts of a template that cannot be left out and can be looked up, the rarest first: it is what wakes the template. */
export function triggersOf(template: Template, lexicons: LexiconStarts): Trigger[] {
  return template
    .flatMap((node, at) => (isMandatory(node) ? [{ at, keys: keysAt(template, at, lexicons) }] : []))
    .filter(({ keys }) => !keys.anything)
    .map((trigger) => ({ trigger, rank: commonness(trigger.keys) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ trigger }) => trigger)
}

/** Words and characters that stand in most passages: as the trigger of a phrase they would wake it for nothing. */
const common = new Set([
  ...'a an and are as at be been but by can do for from have has if in is it its more no not of on one or our than that the their they this to up us was we will with you your 1 % , : - | /'.split(
    ' ',
  ),
  ...'的一不是在有和了我们你为以可上中下大小个年月日时分用品产不无最全高好本与及等于公司人内外',
])

/** How often something of the set will stand in a passage, roughly; numbers stand in every other sentence. */
function commonness({ words, numbers }: TokenSet): number {
  let sum = numbers ? 10_000 : 0
  for (const word of words) sum += common.has(word) ? 200 : 1
  return sum
}

const isMandatory = (node: TemplateNode) =>
  typeof node === 'string' || !('optional' in node || 'gap' in node || 'at' in node)

/** Keys of whatever can stand from node `at` on. */
function keysAt(template: Template, at: number, lexicons: LexiconStarts): TokenSet {
  const node = template[at]
  if (node === undefined) return { words: new Set(), numbers: false, anything: true }
  if (typeof node === 'string') return pairsOf([node], template, { at: at + 1, lexicons })
  if ('words' in node) return pairsOf(node.words, template, { at: at + 1, lexicons })
  if ('lexicon' in node) return { words: lexicons.firstKeys(node.lexicon), numbers: false, anything: false }
  if ('slot' in node) return slotKeys(node.slot)
  if ('any' in node) return union(node.any.map((branch) => keysAt(follow(branch, template, at), 0, lexicons)))
  if ('optional' in node)
    return union([
      ...node.optional.map((branch) => keysAt(follow(branch, template, at), 0, lexicons)),
      keysAt(template, at + 1, lexicons),
    ])
  if ('at' in node && node.at !== 'word') return placeKeys(node.at, keysAt(template, at + 1, lexicons))
  return { words: new Set(), numbers: false, anything: true }
}

/** A branch and the one node behind its group: enough for keys of two tokens. */
const follow = (branch: Template, template: Template, at: number): Template => [...branch, ...template.slice(at + 1)]

function union(sets: readonly TokenSet[]): TokenSet {
  const all = nothing()
  for (const { words, numbers, anything } of sets) {
    for (const word of words) all.words.add(word)
    all.numbers ||= numbers
    all.anything ||= anything
  }
  return all
}

function pairsOf(
  firsts: readonly string[],
  template: Template,
  { at, lexicons }: { at: number; lexicons: LexiconStarts },
): TokenSet {
  const seconds = singlesAt(template, at, lexicons)
  const words = seconds === null ? firsts : firsts.flatMap((first) => seconds.map((second) => pairKey(first, second)))
  return { words: new Set(words), numbers: false, anything: false }
}

/** The tokens of which one must stand right at node `at`; null when that cannot be said, or when they are too many. */
function singlesAt(template: Template, at: number, lexicons: LexiconStarts): readonly string[] | null {
  const node = template[at]
  if (node === undefined) return null
  if (typeof node === 'string') return [node]
  if ('words' in node) return few(node.words)
  if ('lexicon' in node) return few([...lexicons.firstWords(node.lexicon)])
  if (!('any' in node)) return null
  const branches = node.any.map((branch) => singlesAt(branch, 0, lexicons))
  return branches.includes(null) ? null : few([...new Set(branches.flatMap((branch) => branch ?? []))])
}

const few = (words: readonly string[]) => (words.length <= mostSeconds ? words : null)

function slotKeys(slot: SlotType): TokenSet {
  if (slot !== 'money') return { words: numberWords, numbers: true, anything: slotsStartingAnywhere.has(slot) }
  return { words: new Set([...numberStarts, ...Object.keys(currencies.before)]), numbers: true, anything: false }
}

function placeKeys(at: 'start' | 'end' | 'separator', rest: TokenSet): TokenSet {
  return at === 'separator' ? union([{ words: new Set(separators), numbers: false, anything: false }, rest]) : rest
}
