import { RE2JS } from 're2js'
import type { PackSource } from '../model/pack.ts'
import type { Span } from '../model/span.ts'
import type { Template } from '../model/template.ts'

const longestPattern = 500

/** Compiles a regular expression of a house rule for the linear engine; answers a message when it cannot. */
export function compileRegex(pattern: string): { run: (text: string) => Span[] } | { fault: string } {
  if (pattern.length > longestPattern)
    return { fault: `a regular expression may have ${longestPattern} characters at most` }
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern), RE2JS.CASE_INSENSITIVE)
    if (compiled.matcher('').find())
      return { fault: 'the regular expression matches nothing at all; make one part mandatory' }
    return { run: (text) => spansOf(compiled, text) }
  } catch (error) {
    return {
      fault: `the regular expression cannot run in linear time or is malformed (${error instanceof Error ? error.message : String(error)}); look-around and back-references are not allowed`,
    }
  }
}

function spansOf(compiled: RE2JS, text: string): Span[] {
  const matcher = compiled.matcher(text)
  const spans: Span[] = []
  while (matcher.find()) if (matcher.end() > matcher.start()) spans.push({ start: matcher.start(), end: matcher.end() })
  return spans
}

/** The regular expression a template consists of, or null. */
export function regexOf(template: Template): string | null {
  const node = template[0]
  return typeof node === 'object' && 'regex' in node ? node.regex : null
}

/** Runners of every regular expression in a pack, by its source. */
export function regexRunners(pack: PackSource): ReadonlyMap<string, (text: string) => Span[]> {
  const runners = new Map<string, (text: string) => Span[]>()
  for (const { phrases } of pack.rules) {
    for (const template of Object.values(phrases).flat()) {
      const regex = regexOf(template)
      const compiled = regex === null ? null : compileRegex(regex)
      if (regex !== null && compiled && 'run' in compiled) runners.set(regex, compiled.run)
    }
  }
  return runners
}
