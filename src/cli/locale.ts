import type { Language } from '../core/vocabulary.ts'
import type { Io } from './io.ts'

/** The language of a user whose terminal speaks Chinese is Chinese; everybody else gets English. */
export function localeLanguage(env: Io['env']): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^zh/i.test(locale) ? 'zh' : 'en'
}
