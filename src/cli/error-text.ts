import type { ClaimlintError } from '../core/vocabulary.ts'

/** A fault of the user's as printed: where it is, and what is wrong. */
export function errorText({ code, message, place }: ClaimlintError): string {
  if (place === null) return `claimlint: ${message}`
  const at = [place.path, place.line, place.column].filter((part) => part !== undefined).join(':')
  return `${at}: ${code} ${message}`
}
