/** A step from a value to one inside it: a key of a map, or the index of a list, from 0. */
export type Step = string | number

/** Writes a path as people do: `faq[1].a`. */
export function formatPath(path: readonly Step[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}

/** A key pattern of the user, taken apart: names with `*`, `[n]`, `[*]` and `**`. */
export type FieldPattern = readonly string[]

/**
 * Reads `sku`, `*.url`, `specs.**`, `faq[*].id`. Without a dot or bracket a pattern is about the last key of any path;
 * a leading `*.` stands for any number of keys, at least one; letter case does not count.
 */
export function parsePattern(pattern: string): FieldPattern {
  const parts = pattern.toLowerCase().match(/\[[^\]]*\]|[^.[\]]+/g) ?? []
  if (parts.length === 1 && parts[0] !== '**') return ['**', ...parts]
  return parts[0] === '*' ? ['*', '**', ...parts.slice(1)] : parts
}

/** Whether `name` fits a name with `*` in it; linear in the name. */
function fitsName(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return name === first
  if (!name.startsWith(first) || name.length < first.length + last.length) return false
  let from = first.length
  for (const part of rest) {
    const at = name.indexOf(part, from)
    if (at === -1) return false
    from = at + part.length
  }
  return name.length - last.length >= from && name.endsWith(last)
}

const isIndexPattern = (part: string | undefined) => part?.startsWith('[') ?? false

function fitsStep(part: string, step: Step): boolean {
  if (typeof step === 'number') return part === '[*]' || part === `[${step}]`
  return !isIndexPattern(part) && fitsName(part, step.toLowerCase())
}

/** Places in the pattern that can be next after `step`, from those that could be next before it. */
function advance(pattern: FieldPattern, places: ReadonlySet<number>, step: Step): Set<number> {
  const next = new Set<number>()
  for (const place of places) {
    const part = pattern[place]
    if (part === '**') next.add(place)
    else if (part !== undefined && fitsStep(part, step)) next.add(place + 1)
    // An index the pattern does not speak of is stepped over: `faq.id` is every id of the list.
    else if (typeof step === 'number' && !isIndexPattern(part)) next.add(place)
  }
  return withSkips(pattern, next)
}

/** `**` may also stand for nothing. */
function withSkips(pattern: FieldPattern, places: Set<number>): Set<number> {
  for (const place of places) if (pattern[place] === '**') places.add(place + 1)
  return places
}

/** How far a pattern fits: the whole path, a value above it, or not. */
export function fitsPattern(pattern: FieldPattern, path: readonly Step[]): 'whole' | 'above' | 'no' {
  let places = withSkips(pattern, new Set([0]))
  let above = false
  for (const step of path) {
    above ||= places.has(pattern.length)
    places = advance(pattern, places, step)
  }
  if (places.has(pattern.length)) return 'whole'
  return above ? 'above' : 'no'
}
