import fastGlob, { type Options } from 'fast-glob'

/** Paths that match any of the patterns. */
export function findFiles(patterns: string | string[], options: Options): string[] {
  return fastGlob.sync(patterns, options)
}

/** Whether a text is a pattern and no plain path. */
export function isPattern(text: string): boolean {
  return fastGlob.isDynamicPattern(text)
}
