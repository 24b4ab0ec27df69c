import { isSimplified, isTraditional } from './fold.ts'

/** Whether Chinese text is Simplified or Traditional, by the characters only one of them uses; null when it has none. */
export function hanScript(text: string): 'hans' | 'hant' | null {
  let balance = 0
  for (const character of text) {
    if (isTraditional(character)) balance += 1
    else if (isSimplified(character)) balance -= 1
  }
  return balance === 0 ? null : balance > 0 ? 'hant' : 'hans'
}
