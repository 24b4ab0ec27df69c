import { expect, test } from 'vitest'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import { openSmallPack, ruleText } from './small-pack.ts'

const pack = openSmallPack({
  'price/lowest-price.yml': ruleText(),
  'price/cheap.yml': ruleText({ severity: 'warning', match: '{en: [good price]}' }),
  'price/unsure.yml': ruleText({ confidence: 'medium', match: '{en: [low price]}' }),
})
const manual = 'Turn the knob and wait until the lamp is lit. '.repeat(40)

const lowered = (text: string) =>
  extractClaims(parseDocument('a.md', text, { fields: { ignore: [], audit: [] } }), pack).claims.map(
    ({ text: words, loweredBy }) => `${words}: ${loweredBy.join(', ')}`,
  )

test.each<[string, string, string[]]>([
  [
    'a long text that sells nothing else: a warning counts less',
    `${manual} The good price.`,
    ['good price: sparse-copy'],
  ],
  ['so does an error of a rule that is not sure', `${manual} The low price.`, ['low price: sparse-copy']],
  ['not an error of one that is', `${manual} The lowest price.`, ['lowest price: ']],
  ['a short text may sell', 'Turn the knob. The good price.', ['good price: ']],
  [
    'a text full of claims sells',
    `${manual} The good price. A good price! Good price, low price.`,
    ['good price: ', 'good price: ', 'Good price: ', 'low price: '],
  ],
  ['a recipe sells nothing', '# Soup\n\nThe lowest price.\n\n## Ingredients\n\n- water\n\n## Method\n\nBoil.', []],
  ['nor does 菜谱', '# 汤\n\n全网最低价。\n\n## 必备原料和工具\n\n- 水\n\n## 操作\n\n煮。', []],
  [
    'a listing with facts sells, however long',
    `---\nsku: A-1\nprice: 3\npriceCurrency: USD\n---\n\n${manual} The good price.`,
    ['good price: '],
  ],
])('%s', (_name, text, expected) => expect(lowered(text)).toEqual(expected))
