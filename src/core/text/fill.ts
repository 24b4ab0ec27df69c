/** Fills `{name}` in a wording; null when a name has no value. */
export function fillWording(wording: string, values: Readonly<Record<string, string | number>>): string | null {
  let complete = true
  const filled = wording.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) complete = false
    return String(value ?? '')
  })
  return complete ? filled : null
}
