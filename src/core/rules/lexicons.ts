import type { Language } from '../model/rule.ts'
import type { Template, TemplateNode } from '../model/template.ts'
import { checkLexicons, compilePhrase } from './phrases.ts'
import { openRuleFile, type PlacedText, type RuleFile, readItems, readMap, readPlaced } from './rule-file.ts'

interface LexiconPhrase {
  readonly placed: PlacedText
  readonly template: Template
}

const maximumExpansions = 20_000

/** Reads `lexicons/<language>/<topic>.yml` files into flat lists of token sequences. */
export function compileLexicons(
  files: readonly RuleFile[],
  base: Readonly<Record<string, readonly (readonly string[])[]>>,
): Record<string, (readonly string[])[]> {
  const written = new Map<string, LexiconPhrase[]>()
  for (const file of files) {
    const language = file.path.split('/')[1] as Language
    for (const [name, list] of readMap(openRuleFile(file), null)) {
      const key = `${language}:${name}`
      if (written.has(key))
        list.fail(`lexicon "${name}" stands in another file of language ${language} too; give it another name`)
      written.set(
        key,
        readItems(list).map((item) => {
          const placed = readPlaced(item)
          return { placed, template: compilePhrase(placed, language) }
        }),
      )
    }
  }
  return expandAll(written, base)
}

function expandAll(
  written: ReadonlyMap<string, readonly LexiconPhrase[]>,
  base: Readonly<Record<string, readonly (readonly string[])[]>>,
) {
  const known = new Set([...Object.keys(base), ...written.keys()])
  const done: Record<string, (readonly string[])[]> = {}
  const sequencesOf = (
    name: string,
    path: readonly string[],
    fail: (message: string) => never,
  ): readonly (readonly string[])[] => {
    const ready = done[name] ?? base[name]
    if (ready) return ready
    if (path.includes(name)) fail(`lexicons name each other in a circle: ${[...path, name].join(' > ')}`)
    const sequences = (written.get(name) ?? []).flatMap(({ placed, template }) => {
      checkLexicons(template, known, placed.fail)
      const expanded = expand(template, (other) => sequencesOf(other, [...path, name], placed.fail), placed)
      return expanded.length > maximumExpansions
        ? placed.fail(`"${placed.text}" stands for more than ${maximumExpansions} phrases`)
        : expanded
    })
    const unique = [
      ...new Map(
        sequences.filter((sequence) => sequence.length > 0).map((sequence) => [sequence.join(' '), sequence]),
      ).values(),
    ]
    done[name] = unique
    return unique
  }
  for (const [name, phrases] of written) {
    const first = phrases[0]
    if (first) sequencesOf(name, [], first.placed.fail)
    else done[name] = []
  }
  return done
}

type Resolve = (name: string) => readonly (readonly string[])[]

/** All token sequences a template without slots and gaps stands for. */
function expand(template: Template, resolve: Resolve, placed: PlacedText): (readonly string[])[] {
  let sequences: (readonly string[])[] = [[]]
  for (const node of template) {
    const parts = expandNode(node, resolve, placed)
    sequences = sequences.flatMap((sequence) => parts.map((part) => [...sequence, ...part]))
    if (sequences.length > maximumExpansions) break
  }
  return sequences
}

function expandNode(node: TemplateNode, resolve: Resolve, placed: PlacedText): readonly (readonly string[])[] {
  if (typeof node === 'string') return [[node]]
  if ('words' in node) return node.words.map((word) => [word])
  if ('any' in node) return node.any.flatMap((branch) => expand(branch, resolve, placed))
  if ('optional' in node) return [[], ...node.optional.flatMap((branch) => expand(branch, resolve, placed))]
  if ('lexicon' in node) return resolve(node.lexicon)
  return placed.fail(`"${placed.text}": a lexicon holds words only, no slots, gaps or anchors`)
}
