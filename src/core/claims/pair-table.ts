import { tableSize } from './words.ts'

/** A hash table from two numbers to one, as triples `first, second, value` of one array, a power of two of them; first -1: free. */
export type PairTable = Int32Array

function slotOf(table: PairTable, first: number, second: number): number {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 7, 0x85ebca6b)
  return (hash ^ (hash >>> 15)) & (table.length / 3 - 1)
}

/** Makes the table. Pairs are all different, their first numbers not negative. */
export function pairTable(entries: readonly (readonly [first: number, second: number, value: number])[]): PairTable {
  const table = new Int32Array(tableSize(entries.length) * 3).fill(-1)
  for (const entry of entries) {
    let slot = slotOf(table, entry[0], entry[1]) * 3
    while (table[slot] !== -1) slot = (slot + 3) % table.length
    table.set(entry, slot)
  }
  return table
}

/** The value of a pair; -1: it has none. */
export function pairValue(table: PairTable, first: number, second: number): number {
  let slot = slotOf(table, first, second) * 3
  for (let found = table[slot]; found !== -1; found = table[slot]) {
    if (found === first && table[slot + 1] === second) return table[slot + 2] ?? -1
    slot += 3
    if (slot === table.length) slot = 0
  }
  return -1
}
