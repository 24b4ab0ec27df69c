import { Option } from 'commander'
import { audiences, channels, markets } from '../../core/vocabulary.ts'
import { dateOf, manyOf, oneOf } from '../option-values.ts'

/** For whom and for which day is judged, as commander hands it over. */
export interface ScopeOptions {
  readonly market?: readonly (typeof markets)[number][]
  readonly channel?: (typeof channels)[number]
  readonly audience?: (typeof audiences)[number]
  /** ISO date. */
  readonly asOf?: string
}

/** `--market`, `--channel`, `--audience` and `--as-of`, whose default is said in help. */
export function scopeOptions(withoutDate: string): Option[] {
  return [
    new Option('--market <list>', `markets to judge for: ${markets.join(', ')}`).argParser((text) =>
      manyOf('--market', text, markets),
    ),
    new Option('--channel <name>', `marketplace: ${channels.join(', ')}`).argParser((text) =>
      oneOf('--channel', text, channels),
    ),
    new Option('--audience <name>', 'who reads the copy: b2b or b2c').argParser((text) =>
      oneOf('--audience', text, audiences),
    ),
    new Option('--as-of <date>', `the date to judge for (default: ${withoutDate})`).argParser((text) =>
      dateOf('--as-of', text),
    ),
  ].map((option) => option.helpGroup('What to judge:'))
}
