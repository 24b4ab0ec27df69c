const blocks = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td th thead tr ul'.split(
    ' ',
  ),
)
const unseen = new Set('head script style template noscript svg iframe object'.split(' '))

/** The words of copied HTML as Markdown: headings, items and table cells stay what they are. The HTML is read, never shown or run. */
export function markdownOf(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return wordsOf(page.body)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function wordsOf(node: Node): string {
  if (node instanceof Text) return (node.nodeValue ?? '').replace(/\s+/g, ' ')
  if (!(node instanceof Element)) return ''
  const name = node.localName
  if (unseen.has(name)) return ''
  if (name === 'br') return '\n'
  if (name === 'img') return node.getAttribute('alt') ?? ''
  const inside = [...node.childNodes].map(wordsOf).join('')
  if (name === 'td' || name === 'th') return `| ${inside.replace(/\s+/g, ' ').trim()} `
  if (name === 'tr') return `${inside}|\n`
  if (name === 'li') return `\n- ${inside.trim()}`
  if (/^h[1-6]$/.test(name)) return `\n\n${'#'.repeat(Number(name.slice(1)))} ${inside.trim()}\n\n`
  return blocks.has(name) ? `\n\n${inside}\n\n` : inside
}
