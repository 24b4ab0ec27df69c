const doubling = /^[^aeiou]*[aeiou][bdgklmnprt]$/

/** The regular inflections of an English word, itself first: plural or third person, past, -ing, possessive. */
export function inflections(word: string): string[] {
  if (!/^[a-z'-]+$/.test(word)) return [word]
  const forms = [word, `${word}'s`]
  if (/[^aeiou]y$/.test(word)) forms.push(`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`)
  else if (/(?:s|x|z|ch|sh|o)$/.test(word)) forms.push(`${word}es`, `${word}s`, `${word}ed`, `${word}ing`)
  else if (/[^e]e$/.test(word)) forms.push(`${word}s`, `${word}d`, `${word.slice(0, -1)}ing`, `${word}ing`)
  else forms.push(`${word}s`, `${word}s'`, `${word}ed`, `${word}d`, `${word}ing`)
  if (doubling.test(word)) forms.push(`${word}${word.slice(-1)}ed`, `${word}${word.slice(-1)}ing`)
  return [...new Set(forms)]
}
