import type { Finding } from './report.ts'

export const qualities = ['realistic', 'unique', 'compelling', 'explicit', 'credible'] as const
/** The five qualities of a promise. */
export type Quality = (typeof qualities)[number]

/** A mark from 0 to 1, rounded to two places, and in one line why. */
export interface Mark {
  readonly score: number
  readonly reason: string
}

/** A promise of the copy with its marks. */
export interface ScoredPromise {
  readonly finding: Finding
  readonly marks: Readonly<Record<Quality, Mark>>
}

/** A document: each quality is the mean of its promises, `overall` the mean of the five. */
export interface ScoredDocument {
  readonly document: string
  readonly promises: readonly ScoredPromise[]
  readonly scores: Readonly<Record<Quality, number>>
  readonly overall: number
}
