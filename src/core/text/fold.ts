import { simplified, traditional } from './han-variants.ts'

/** Characters sellers write in place of a forbidden one, and forms OpenCC keeps apart. */
const disguises: Readonly<Record<string, string>> = {
  蕞: '最',
  嘬: '最',
  朂: '最',
  著: '着',
  妳: '你',
  祂: '他',
  '‘': "'",
  '’': "'",
  '´': "'",
  '`': "'",
}

/** Cantonese characters that stand for one Mandarin character each: 唔滿意包退 is 不满意包退. */
const cantonese: Readonly<Record<string, string>> = {
  嘅: '的',
  哋: '们',
  喺: '在',
  唔: '不',
  係: '是',
  佢: '他',
  嚟: '来',
  冇: '没',
  睇: '看',
  俾: '给',
  畀: '给',
  啲: '些',
  揾: '找',
  搵: '找',
  乜: '么',
  嗰: '那',
  噉: '这',
  咁: '这',
}

let knownVariants: ReadonlyMap<string, string> | null = null

/** Made when the first character beyond ASCII is folded: thousands of entries that English copy does without. */
function variants(): ReadonlyMap<string, string> {
  knownVariants ??= new Map([
    ...Array.from(traditional, (character, index): [string, string] => [character, simplified.charAt(index)]),
    ...Object.entries(disguises),
    ...Object.entries(cantonese),
  ])
  return knownVariants
}

/** Whether the character is written in Traditional script only. */
export const isTraditional = (character: string): boolean =>
  character >= '\u0080' && variants().has(character) && !(character in disguises)

let knownSimplified: ReadonlySet<string> | null = null

function simplifiedOnly(): ReadonlySet<string> {
  knownSimplified ??= new Set(Array.from(simplified).filter((character) => !variants().has(character)))
  return knownSimplified
}

const sharedForms: ReadonlySet<string> = new Set(
  '干后里只台面系制出云松谷卜丑姜范朱郁吁冲划几据卷累了么千秋舍沈胜术升苏团涂万系咸向余御岳折征志致周准',
)

/** Whether the character is the Simplified form of another one and not itself in Traditional use. */
export const isSimplified = (character: string): boolean =>
  character >= '\u0080' && simplifiedOnly().has(character) && !sharedForms.has(character)

/** Cyrillic and Greek letters that look like Latin ones: read as those inside a Latin word. */
const latinLooks: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  ο: 'o',
  α: 'a',
  ν: 'v',
  ρ: 'p',
}

/** The Latin letter that a letter of another script is drawn like, or the letter itself. */
export const latinLook = (letter: string): string => latinLooks[letter] ?? letter

/** One character (code point) as matching sees it: compatibility forms, case, Traditional script and disguises undone. */
export function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return disguises[character] ?? character.toLowerCase()
  const folded = character.normalize('NFKC').toLowerCase()
  return variants().get(character) ?? variants().get(folded) ?? folded
}
