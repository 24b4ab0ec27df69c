/** Letters and digits of a name, for comparing it. */
const sign = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether two names are one, or one is the longer form of the other. */
export function sameName(a: string, b: string): boolean {
  const [one, other] = [sign(a), sign(b)]
  return one === other || (other.length > 5 && one.includes(other)) || (one.length > 5 && other.includes(one))
}
