import type { MapValue, Value } from '../model/value.ts'
import { plainKey, resolved } from '../proof/entries.ts'

/** A product as structured values name it: what evidence is registered for. */
export interface NamedProduct {
  /** Path of its map (`products[0]`), empty for the whole document. */
  readonly field: string
  /** Article numbers and names. */
  readonly names: readonly string[]
}

const articleKeys = new Set(
  'sku skus mpn model modelnumber gtin gtin8 gtin12 gtin13 gtin14 ean upc itemno itemnumber articlenumber productid 货号 貨號 型号 型號 款号 料号'.split(
    ' ',
  ),
)
const nameKeys = new Set('name title productname 品名 名称 名稱 产品名称 產品名稱'.split(' '))

/** Deeper structures name no products of their own. */
const maxDepth = 6

/** Every map that has an article number. */
export function namedProducts(values: readonly Value[]): NamedProduct[] {
  return values.flatMap((value) => [...productsIn(resolved(value), '', 0)])
}

function* productsIn(value: Value, path: string, depth: number): Generator<NamedProduct> {
  if (depth > maxDepth) return
  if (value.kind === 'list') {
    for (const [index, item] of value.items.entries()) yield* productsIn(resolved(item), `${path}[${index}]`, depth + 1)
  } else if (value.kind === 'map') {
    const articles = textsUnder(value, articleKeys)
    if (articles.length > 0) yield { field: path, names: [...articles, ...textsUnder(value, nameKeys)] }
    for (const entry of value.entries) {
      yield* productsIn(resolved(entry.value), path === '' ? entry.key : `${path}.${entry.key}`, depth + 1)
    }
  }
}

function textsUnder(map: MapValue, keys: ReadonlySet<string>): string[] {
  return map.entries.filter(({ key }) => keys.has(plainKey(key))).flatMap(({ value }) => texts(resolved(value)))
}

function texts(value: Value): string[] {
  if (value.kind === 'text') return [value.text.text.trim()].filter((text) => text !== '')
  return value.kind === 'list' ? value.items.flatMap((item) => texts(resolved(item))) : []
}

/** The names of the product that a key path (null: the body of the document) is about; empty when it is about none. */
export function productAt(products: readonly NamedProduct[], field: string | null): readonly string[] {
  const path = field ?? ''
  const around = products.filter((product) => product.field === '' || path === product.field || isBelow(path, product))
  return around.sort((a, b) => b.field.length - a.field.length)[0]?.names ?? []
}

const isBelow = (path: string, { field }: NamedProduct) => path.startsWith(`${field}.`) || path.startsWith(`${field}[`)
