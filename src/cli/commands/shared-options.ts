import { Option } from 'commander'
import { languages } from '../../core/vocabulary.ts'
import { oneOf } from '../option-values.ts'

/** Options that several commands understand, as commander hands them over. */
export interface SharedOptions {
  /** A path, or false for `--no-config`. */
  readonly config?: string | boolean
  readonly language?: (typeof languages)[number]
  readonly color?: boolean
}

/** `-c`, `--no-config`, `--language`, `--color`, `--no-color`, in a section of their own. */
export function sharedOptions(): Option[] {
  return [
    new Option('-c, --config <file>', 'use this configuration for all documents').helpGroup('Configuration:'),
    new Option('--no-config', 'use no configuration at all').helpGroup('Configuration:'),
    ...readerOptions(),
  ]
}

/** `--language`, `--color` and `--no-color`. */
export function readerOptions(): Option[] {
  return [
    new Option('--language <name>', 'language of the messages: en or zh (default: that of the terminal)')
      .argParser((text) => oneOf('--language', text, languages))
      .helpGroup('Report:'),
    new Option('--color', 'colours even where the output is no terminal').helpGroup('Report:'),
    new Option('--no-color', 'no colours').helpGroup('Report:'),
  ]
}

/** `--shard` of `audit` and `stream`. */
export const shardOption = (): Option =>
  new Option('--shard <i/n>', 'only the i-th of n equal parts, or auto: as the scheduler says').helpGroup('Scale:')
