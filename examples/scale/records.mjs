// Writes listings as JSON Lines, the same for the same count: node examples/scale/records.mjs 200000 > records.jsonl
// A fifth is Chinese; one in ten makes a claim, and one in fifty one that its own facts contradict.
const [count = '1000'] = process.argv.slice(2)

/** A small generator of numbers (mulberry32), so that every run writes the same records. */
function numbers(seed) {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const goods = [
  'desk lamp',
  'lunch box',
  'garden chair',
  'wall clock',
  'baking mat',
  'phone stand',
  'towel rail',
  'bread knife',
]
const stuff = ['beech', 'steel', 'stoneware', 'linen', 'bamboo', 'glass', 'silicone', 'cotton']
const plain = [
  'The lid closes with two clips.',
  'Wipe with a damp cloth and let it dry.',
  'Packed in a carton of twelve with a drawing.',
  'The cable is 1.8 m long and has a switch.',
  'Turn the screw clockwise until it stops.',
  'Colours on screens differ a little from the real ones.',
  'Two sizes: 20 x 14 cm and 28 x 18 cm.',
]
const claims = [
  'The lowest price in Europe.',
  'Straight from our own factory.',
  'The best gift in the world.',
  'Never breaks.',
]
const chinese = ['产品尺寸为二十乘十四厘米。', '请用湿布擦拭后晾干。', '每箱十二件，附安装图。', '颜色以实物为准。']
const chineseClaims = ['全网最低价。', '自有工厂直供。', '行业第一品牌。']

const pick = numbers(20261122)
const one = (list) => list[pick(list.length)]

for (let index = 0; index < Number(count); index += 1) {
  const isChinese = pick(5) === 0
  const sentences = Array.from({ length: 2 + pick(4) }, () => one(isChinese ? chinese : plain))
  if (pick(10) === 0) sentences.push(one(isChinese ? chineseClaims : claims))
  const facts = pick(50) === 0 ? { warranty: '2 years' } : undefined
  if (facts) sentences.push(isChinese ? '质保5年。' : 'With a 5-year warranty.')
  const record = {
    id: `L-${index + 1}`,
    title: `${one(stuff)} ${one(goods)}`,
    text: sentences.join(isChinese ? '' : ' '),
    facts,
  }
  process.stdout.write(`${JSON.stringify(record)}\n`)
}
