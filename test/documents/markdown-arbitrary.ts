import fc from 'fast-check'

/** Words with everything that makes positions hard: entities, escapes, emoji, Han, tags, calls, addresses. */
const words = fc.constantFrom(
  'best',
  'price',
  'low',
  '最低',
  '价',
  '，',
  '😀',
  '𠮷',
  'é',
  '&amp;',
  '&#x4e2d;',
  '&NotEqualTilde;',
  '&bogus;',
  '\\*',
  '\\|',
  '\\\\',
  '*em*',
  '**st*r*ong**',
  '_u_',
  '~~del~~',
  '`co|de`',
  '``a ` b``',
  '<b>',
  '</b>',
  '<br>',
  '<i title="x">',
  '<!-- c -->',
  '<img alt="al&amp;t" src=x>',
  '[li*nk*](u)',
  '[li](<u> "ti&lt;t")',
  '![a*l*t](u "t")',
  '[ref]',
  '[x][ref]',
  '![im][ref]',
  '[^1]',
  '[^ev:x]',
  '<https://a.b>',
  'www.a.b',
  'me@a.b',
  '[',
  ']',
  '*',
  '**',
  '_',
  '`',
  '<',
  '>',
  '|',
  '!',
  '$5',
  '$x^2$',
  '{{ a }}',
  '\u2028',
  '\u00a0',
  '#',
  '1.',
  '-',
  '+',
  '=',
  '~',
  '\u0000',
  '\ufeff',
  '\t',
  '  ',
)
const inline = fc
  .array(words, { minLength: 1, maxLength: 6 })
  .chain((list) => fc.constantFrom('', ' ', ' ').map((gap) => list.join(gap)))
const paragraph = fc
  .array(inline, { minLength: 1, maxLength: 3 })
  .chain((lines) => fc.constantFrom('\n', '\n', '  \n', '\\\n', '\n  ', '\n\t').map((end) => lines.join(end)))
const heading = fc.tuple(fc.integer({ min: 1, max: 6 }), inline).map(([depth, text]) => `${'#'.repeat(depth)} ${text}`)
const table = fc
  .array(fc.tuple(inline, inline), { minLength: 1, maxLength: 3 })
  .map((rows) => ['| a | *b* |', '|---|:-:|', ...rows.map(([a, b]) => `| ${a} | ${b} |`)].join('\n'))
const fence = fc
  .tuple(
    fc.constantFrom('```', '~~~', '````', '```js'),
    fc.array(fc.oneof(inline, fc.constantFrom('', '```', '<div>')), { maxLength: 3 }),
    fc.constantFrom('\n```', '\n~~~', '\n````', ''),
  )
  .map(([open, lines, close]) => `${open}\n${lines.join('\n')}${close}`)
const html = fc.oneof(
  inline.map((text) => `<div><p>${text}</p>\n<ul><li>${text}</ul></div>`),
  inline.map((text) => `<table>\n<tr><td>${text}</td><td>b</td></tr>\n</table>`),
  fc.constantFrom(
    '<!-- a\n\nb -->',
    '<pre>\n\nx</pre>',
    '<div>',
    '</div>',
    '<span>\nx',
    '<script>\n\n',
    '<a b="c">',
    '<?x',
    '<!X',
    '<![CDATA[ x',
  ),
)
const other = fc.constantFrom(
  '---',
  '***',
  '===',
  '-',
  '    code',
  '\tcode',
  '[ref]: /u "de&amp;f"',
  '[^1]: note\n    more',
  '[ref]:\n/u\n"t"',
  '',
  '',
  '&',
  '2. b',
  '1) c',
  '- ',
  '-',
  '* - x',
  '+\tx',
)

const leaf = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 1, arbitrary: heading },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: fence },
  { weight: 1, arbitrary: html },
  { weight: 2, arbitrary: other },
)
const prefixed = (first: string, rest: string) => (text: string) =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join('\n')
const wrap = fc.constantFrom(
  prefixed('> ', '> '),
  prefixed('>', '>'),
  prefixed('> ', ''),
  prefixed('- ', '  '),
  prefixed('- ', ''),
  prefixed('-   ', '    '),
  prefixed('1. ', '   '),
  prefixed('* [x] ', '  '),
  prefixed('[^1]: ', '    '),
  prefixed(' ', ' '),
  prefixed('   ', '   '),
  prefixed('\t', '\t'),
)

const blocks: fc.Arbitrary<string> = fc.letrec<{ document: string; block: string }>((tie) => ({
  document: fc
    .array(fc.tuple(tie('block'), fc.constantFrom('\n\n', '\n\n', '\n', '\n \n', '\n\n\n')), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.map(([block, gap]) => block + gap).join('')),
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    leaf,
    fc.tuple(wrap, tie('document')).map(([prefix, text]) => prefix(text)),
  ),
})).document

/** Markdown documents out of fragments, with any line end, now and then with a byte-order mark. */
export const markdownDocuments = fc
  .tuple(blocks, fc.constantFrom('\n', '\n', '\r\n', '\r'), fc.constantFrom('', '', '\ufeff'))
  .map(([text, lineEnd, mark]) => mark + text.replaceAll('\n', lineEnd))

/** Markdown of single characters that mean something: what nobody writes. */
export const markdownNoise = fc
  .array(fc.constantFrom(...'\n\n\n\n   \t>-*+_`~#<>![]()|:^1.)=&;$\\"/ab最{}@w\r'), { maxLength: 60 })
  .map((characters) => characters.join(''))

const plainWords = fc.constantFrom(
  'best',
  'price',
  '最低',
  '价',
  '，',
  '20',
  '1.',
  '12)',
  'a#',
  '-',
  '--',
  '=',
  '$5',
  "it's",
  '(b)',
  '!',
  ':',
  '+',
  '😀',
  '\u00a0',
  '\u3000',
  '\f',
  'x_',
  '#',
)
const plainLine = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      '',
      '# ',
      '## ',
      '- ',
      '* ',
      '+ ',
      '1. ',
      '2. ',
      '1) ',
      '-',
      '> ',
      ' ',
      '  ',
      '    ',
      '\t',
      '---',
      '===',
      ':-',
      '***',
    ),
    fc.array(plainWords, { maxLength: 4 }),
    fc.constantFrom('', '', '', '', ' ', '  ', ' #', '\\'),
  )
  .map(([mark, list, end]) => mark + list.join(' ') + end)

/** Markdown as most of it is: lines of words, headings and lists with little in them that is markup, or nearly is. */
export const plainDocuments = fc
  .tuple(
    fc.array(fc.tuple(plainLine, fc.constantFrom('\n', '\n\n', '\n\n', '\n \n')), { maxLength: 8 }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
  )
  .map(([lines, lineEnd]) => lines.flat().join('').replaceAll('\n', lineEnd))

const simpleWords = fc.constantFrom(
  'best',
  'price',
  '最低',
  '，',
  '.',
  '& ash',
  '&amp;',
  '< 5',
  'a_b',
  '_u_',
  '😀',
  '\u00a0',
  '*em*',
  '**strong**',
  '**Good.**',
  '*two words*',
  '**',
  '*',
  '***both***',
  '`code`',
  '`a*b`',
  '` x`',
  '``c``',
  '`<b>`',
  '`',
  '[link](https://a.b/c_d?e=f&g)',
  '[**link**](u)',
  '[li nk](u "a title")',
  '[](u)',
  '[x](<u>)',
  '[x](u',
  '[ref]',
  '[^1]',
  '[ ](u)',
  '![alt](img/a.jpg)',
  '![](a.jpg "title")',
  '![al t](a.jpg "最低 price")',
  '[![alt](a.jpg)](u)',
  '!',
  'www.a.b',
  'https://a.b',
  '|',
  '~x~',
  '\\*',
)
const simpleRun = fc
  .array(simpleWords, { minLength: 1, maxLength: 4 })
  .chain((list) => fc.constantFrom('', ' ', ' ', ' ', '\n').map((gap) => list.join(gap)))
const cell = fc.oneof(
  fc.constantFrom('', ' a ', ' 20 kg ', 'x', ' *b* ', '  最低 '),
  simpleRun.map((run) => ` ${run} `),
)
const row = fc.array(cell, { minLength: 2, maxLength: 2 }).map((cells) => `|${cells.join('|')}|`)
const simpleTable = fc
  .tuple(
    row,
    fc.constantFrom('|---|---|', '| --- | :-: |', '|-|', '| --- |', '---|---', '|:-|-:| '),
    fc.array(fc.oneof(row, row, row, simpleRun, fc.constantFrom('| a |', '| a | b', '|a|b|c|')), { maxLength: 3 }),
  )
  .map(([header, delimiters, rows]) => [header, delimiters, ...rows].join('\n'))
const simpleBlock = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('', '', '', '## ', '- ', '* ', '1. ', '> ', '>'), simpleRun)
      .map((both) => both.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(simpleRun, { minLength: 1, maxLength: 3 })
      .map((lines) => lines.map((line) => `> ${line}`).join('\n')),
  },
  { weight: 2, arbitrary: simpleTable },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<!-- note: checked -->',
      '<!-- a -- b -->',
      '<!--> x -->',
      '<!-- a --> b',
      '<!---->',
      '[ref]: /u "t"',
      '---',
      '***',
    ),
  },
)

/** Markdown with simple markup: emphasis, code, links, images, tables, quotations, comments, each whole or nearly so. */
export const simpleDocuments = fc
  .tuple(
    fc.array(fc.tuple(simpleBlock, fc.constantFrom('\n', '\n\n', '\n\n', '\n\n\n')), { minLength: 1, maxLength: 5 }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
  )
  .map(([blocks, lineEnd]) => blocks.flat().join('').replaceAll('\n', lineEnd))
