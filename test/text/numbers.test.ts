import { expect, test } from 'vitest'
import { numberAt } from '../../src/core/text/numbers.ts'
import { tokenise } from '../../src/core/text/tokens.ts'

test.each<[string, number, number]>([
  ['20', 20, 20],
  ['1,200+', 1200, 1200],
  ['3.5', 3.5, 3.5],
  ['3-5', 3, 5],
  ['3 to 5', 3, 5],
  ['twenty-five', 25, 25],
  ['two hundred and ten', 210, 210],
  ['three thousand five hundred', 3500, 3500],
  ['a dozen', 12, 12],
  ['two dozen', 24, 24],
  ['1.2 million', 1_200_000, 1_200_000],
  ['5k', 5000, 5000],
  ['hundreds', 100, 100],
  ['二十', 20, 20],
  ['二十余', 20, 20],
  ['十五', 15, 15],
  ['三百五十', 350, 350],
  ['两万', 20_000, 20_000],
  ['3万', 30_000, 30_000],
  ['100多', 100, 100],
  ['二〇一六', 2016, 2016],
  ['上百', 100, 100],
  ['三至五', 3, 5],
  ['一亿两千万', 120_000_000, 120_000_000],
])('%s is %d to %d', (text, value, high) => {
  const tokens = tokenise(text)
  expect(numberAt(tokens, 0)).toEqual({ end: tokens.length, value, high })
})

test.each(['and', 'the price', 'a lamp', '价格', '%'])('%s is no number', (text) =>
  expect(numberAt(tokenise(text), 0)).toBeNull(),
)
