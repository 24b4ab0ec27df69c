import { chinese } from './chinese.ts'
import { english } from './english.ts'
import { type Copy, markdownDocument } from './markdown.ts'
import { randomFrom } from './random.ts'
import { yamlDocument } from './yaml.ts'

/** What a corpus is to be. */
export interface CorpusPlan {
  readonly format: 'md' | 'yaml'
  readonly files: number
  /** Share of the files with claims, 0 to 1; these hold one to three. */
  readonly claiming: number
  readonly seed: number
}

/** A file of a corpus; `claims`: how many sentences in it claim something. */
export interface CorpusFile {
  /** Relative to the folder of the corpus, a hundred files a folder. */
  readonly path: string
  readonly text: string
  readonly claims: number
}

/** Every fifth file is Chinese. The same plan gives the same files. */
export function* corpus({ format, files, claiming, seed }: CorpusPlan): Generator<CorpusFile> {
  for (let index = 0; index < files; index += 1) {
    const random = randomFrom(seed * 1_000_003 + index)
    const words = index % 5 === 4 ? chinese : english
    const count = random.chance(claiming) ? 1 + random.below(3) : 0
    const claims = Array.from({ length: count }, () => random.pick(words.claims))
    const copy: Copy = { words, random, claims }
    yield {
      path: `${String(Math.floor(index / 100)).padStart(4, '0')}/${words.language}-${index}.${format}`,
      text: format === 'md' ? markdownDocument(copy) : yamlDocument(copy),
      claims: count,
    }
  }
}

/** One Markdown document of at least that many bytes, a tenth of its chapters with claims. */
export function largeDocument(bytes: number, seed: number): string {
  const chapters: string[] = []
  let length = 0
  for (const { text } of corpus({ format: 'md', files: Number.MAX_SAFE_INTEGER, claiming: 0.1, seed })) {
    const chapter = text.replace(/^---\n[\s\S]*?\n---\n/, '')
    chapters.push(chapter)
    length += Buffer.byteLength(chapter) + 1
    if (length >= bytes) break
  }
  return chapters.join('\n')
}
