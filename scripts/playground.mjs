// Builds dist/playground.html: one page that holds its style, its script and the rules, and may load nothing else.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { forNode, root } from './bundle.mjs'

const folder = 'src/playground/page'

/** Markdown is only ever read: what would write it stays out of the page. */
const readOnlyMarkdown = {
  name: 'read-only-markdown',
  setup(builder) {
    builder.onResolve({ filter: /^mdast-util-to-markdown$/ }, () => ({ path: 'nothing', namespace: 'nothing' }))
    builder.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export const defaultHandlers = {}' }))
  },
}

async function bundled(entry, settings) {
  const { outputFiles, metafile } = await build({
    ...forNode,
    banner: {},
    platform: 'neutral', // packages have variants for browsers that ask for a document, which the engine's thread has not
    mainFields: ['module', 'main'],
    conditions: ['import'],
    target: ['chrome111', 'firefox113', 'safari16.4'],
    entryPoints: [`${folder}/${entry}`],
    outdir: 'nothing',
    write: false,
    metafile: true,
    minify: true,
    charset: 'utf8',
    ...settings,
  })
  return { text: outputFiles[0].text.trim(), metafile }
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Writes the page; `ranks` and `bytes` are the text of the rules as rankBytes writes it. Answers the metafile of its script. */
export async function buildPlayground(file, { ranks, bytes }, define) {
  const { text: style } = await bundled('page.css', {})
  const plugins = [...forNode.plugins, readOnlyMarkdown]
  const { text: code, metafile } = await bundled('main.ts', { format: 'iife', define, plugins })
  const script = code.replaceAll('</script', '<\\/script')
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const parts = {
    POLICY: policy,
    STYLE: style,
    SCRIPT: script,
    RULES: `${ranks}\n${deflateRawSync(bytes, { level: 9 }).toString('base64')}`,
  }
  const html = readFileSync(join(root, folder, 'page.html'), 'utf8')
  const page = html.replace(/\/\* (STYLE|SCRIPT) \*\/|\b(POLICY|RULES)\b/g, (_whole, code, text) => parts[code ?? text])
  writeFileSync(file, page)
  const kilobytes = (length) => `${Math.round(length / 1000)} kB`
  console.log(`playground.html: ${kilobytes(page.length)}, ${kilobytes(gzipSync(page, { level: 9 }).length)} gzipped`)
  return metafile
}
