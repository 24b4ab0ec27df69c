/** How a document is named in files that outlive a run: relative to its configuration, not to the working directory. */
export interface NameRule {
  /** Taken off the front of the path in reports, when it is there. */
  readonly strip: string
  /** Put in front otherwise. */
  readonly add: string
}

/** Paths stay as reports show them. */
export const asShown: NameRule = { strip: '', add: '' }

/** The name of a document, from its path in reports. */
export function documentName(path: string, { strip, add }: NameRule): string {
  if (strip !== '' && path.startsWith(strip)) return path.slice(strip.length)
  return add === '' ? path : withoutDots(add + path)
}

/** `catalog/../mail/a.md` is `mail/a.md`. */
function withoutDots(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else steps.push(step)
  }
  return steps.join('/')
}
