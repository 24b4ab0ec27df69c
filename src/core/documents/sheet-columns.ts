/** Letter case, spaces and joints of a column name do not count: `Body (HTML)` is `bodyhtml`. */
export const plainColumn = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^g:/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

const words = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean)

/**
 * Columns that buyers read, by their plain names: exports of Shopify, WooCommerce, Magento and Spree, product feeds of Google
 * Merchant Center, flat files of Amazon, and what sellers name their own.
 */
const copyColumns: ReadonlySet<string> = new Set(
  words(`title name productname producttitle itemname description shortdescription longdescription productdescription
    body bodyhtml descriptionhtml summary excerpt tagline headline subtitle slogan text copy content feature features keyfeatures
    benefits highlights productfeatures tags seotitle seodescription metatitle metadescription imagealttext structuredtitle
    structureddescription producthighlight shorttitle generickeyword generickeywords searchterms purchasenote customlabel
    promotext promotion badge badges usp usps guarantee about story companydescription
    标题 標題 商品标题 商品標題 产品名称 產品名稱 商品名称 商品名稱 名称 名稱 品名 描述 商品描述 产品描述 產品描述 详情 詳情 商品详情 商品詳情
    产品介绍 產品介紹 介绍 介紹 简介 簡介 卖点 賣點 亮点 亮點 特点 特點 文案 广告语 廣告語`),
)

/** `bullet_point1`, `bullet_point#1.value`, `product_highlight_2`, `Meta: _yoast_wpseo_metadesc`. */
const copyPatterns = [
  /^bulletpoint\d*(?:value)?$/,
  /^(?:producthighlight|feature|highlight)\d+$/,
  /^meta.*(?:title|metadesc|description)$/,
]

/** Whether a column of this name holds copy. */
export function isCopyColumn(name: string): boolean {
  const plain = plainColumn(name)
  return copyColumns.has(plain) || copyPatterns.some((pattern) => pattern.test(plain))
}

const renamed: readonly (readonly [string, string])[] = [
  ['sku', 'id itemid itemsku handle urlhandle slug variantsku sellersku itemgroupid parentsku 商品编号 商品編號'],
  ['price', 'variantprice standardprice itemprice 售价 售價 价格 價格 单价 單價'],
  ['listPrice', 'variantcompareatprice compareatprice 市场价 市場價 划线价'],
  ['stock', 'variantinventoryqty inventoryquantity inventory quantity stockquantity 库存 庫存'],
  ['brand', 'vendor brandname manufacturerbrand 品牌'],
  ['weight', 'productweight shippingweight itemweight weightkg'],
  ['material', 'materialtype 材质 材質'],
  ['shippingRate', 'shippingprice'],
]

const factKeys = new Map(renamed.flatMap(([key, names]) => words(names).map((name) => [name, key] as const)))

/** The key under which facts know the column; the name itself when it has none of its own. */
export const factKeyOf = (name: string): string => factKeys.get(plainColumn(name)) ?? name.replace(/^g:/i, '').trim()
