import { describe, expect, test } from 'vitest'
import { slotReaders } from '../../src/core/claims/slots.ts'
import type { SlotType } from '../../src/core/model/template.ts'
import { tokenise } from '../../src/core/text/tokens.ts'

function read(type: SlotType, text: string) {
  const tokens = tokenise(text)
  const found = slotReaders[type]({ text, tokens }, 0, 'value')
  return found && { ...found.slots, rest: tokens.length - found.end }
}

describe('typed slots read what sellers write', () => {
  test.each<[SlotType, string, object]>([
    ['percent', '95 %', { value: 95, valueUnit: 'percent' }],
    ['percent', '20%-30%', { value: 20, valueUnit: 'percent', rest: 3 }],
    ['percent', '95 percent', { value: 95, valueUnit: 'percent' }],
    ['percent', '百分之九十五', { value: 95, valueUnit: 'percent' }],
    ['percent', '九成五', { value: 95, valueUnit: 'percent' }],
    ['money', '$99', { value: 99, valueUnit: 'USD' }],
    ['money', 'NT$1,200', { value: 1200, valueUnit: 'TWD' }],
    ['money', '12 USD', { value: 12, valueUnit: 'USD' }],
    ['money', '99元', { value: 99, valueUnit: 'CNY' }],
    ['duration', '24 h', { value: 24, valueUnit: 'hour' }],
    ['duration', '24h', { value: 24, valueUnit: 'hour' }],
    ['duration', '3-5 days', { value: 3, valueHigh: 5, valueUnit: 'day' }],
    ['duration', '10 working days', { value: 10, valueUnit: 'working-day' }],
    ['duration', 'two decades', { value: 2, valueUnit: 'decade' }],
    ['duration', '48小时', { value: 48, valueUnit: 'hour' }],
    ['duration', '三个工作日', { value: 3, valueUnit: 'working-day' }],
    ['duration', '十二個月', { value: 12, valueUnit: 'month' }],
    ['quantity', '500 pcs', { value: 500, valueUnit: 'piece' }],
    ['quantity', '10,000 m2', { value: 10_000, valueUnit: 'm2' }],
    ['quantity', '15,000 square metres', { value: 15_000, valueUnit: 'm2' }],
    ['quantity', '两万平方米', { value: 20_000, valueUnit: 'm2' }],
    ['year', '1998', { value: 1998 }],
    ['year', '2016年', { value: 2016 }],
    ['date', '2026-03-02', { value: '2026-03-02' }],
    ['date', '9 September 2026', { value: '9 September 2026' }],
    ['date', '2026年3月2日', { value: '2026年3月2日' }],
    ['standard', 'ISO 9001:2015', { value: 'ISO 9001:2015' }],
    ['standard', 'GB/T 4208—2017', { value: 'GB/T 4208—2017' }],
    ['standard', 'EN 71-3:2019+A1:2021', { value: 'EN 71-3:2019+A1:2021' }],
    ['standard', 'IP68', { value: 'IP68' }],
    ['certificate-number', 'CU 1098743', { value: 'CU 1098743' }],
    ['certificate-number', 'SZHH01587423', { value: 'SZHH01587423' }],
    ['certificate-number', 'HT-2023-0718', { value: 'HT-2023-0718' }],
    ['name', 'Weizhan Lab in Ningbo', { value: 'Weizhan Lab', rest: 2 }],
  ])('%s: %s', (type, text, expected) => expect(read(type, text)).toEqual({ rest: 0, ...expected }))

  test.each<[SlotType, string]>([
    ['percent', '95 pieces'],
    ['money', '99 lamps'],
    ['duration', '24 lamps'],
    ['year', '2500'],
    ['standard', 'English 12'],
    ['certificate-number', '2023'],
    ['certificate-number', 'certified'],
    ['certificate-number', 'in 2023'],
    ['certificate-number', 'ISO 9001:2015'],
    ['number', '数据'],
    ['number', '几个'],
    ['name', 'weizhan lab'],
  ])('%s is not read from: %s', (type, text) => expect(read(type, text)).toBeNull())
})
