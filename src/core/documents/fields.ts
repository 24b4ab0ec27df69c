/**
 * What a key says of the text under it.
 * `value`: the text right under the key, or in a list under it, is no copy; keys further down decide for themselves.
 * `structure`: what stands in maps under the key is no copy; text right under it is.
 * `subtree`: nothing under the key is copy.
 */
export type FieldScope = 'value' | 'structure' | 'subtree'

/** Keys whose text is not sales copy; every other key is taken for copy. */
export interface FieldGroup {
  readonly reason: string
  readonly scope: FieldScope
  /** Whole keys; capitals, `_`, `-` and spaces do not count: `legalName` is also `legal_name`. */
  readonly keys: readonly string[]
  /** Last words of longer keys: `id` is the end of `productId` and `product_id`. */
  readonly endings: readonly string[]
}

const words = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean)

/** The keys whose text claimlint does not audit by itself, in the order of the documentation. */
export const fieldGroups: readonly FieldGroup[] = [
  {
    reason: 'identifiers and codes name a thing, they do not describe it',
    scope: 'value',
    keys: words(`key uuid guid gtin8 gtin12 gtin13 gtin14 isbn mpn asin handle ref model modelNumber itemNumber itemNo
      productNumber articleNumber serialNumber version identifier hash sha256 fingerprint 型号 型號 货号 貨號 编码 編碼 条码 條碼`),
    endings: words('id ids sku skus gtin ean upc code codes barcode slug uuid hash'),
  },
  {
    reason: 'links and files are addresses',
    scope: 'value',
    keys: words(`link links permalink canonical website homepage sameAs file files filename path src href image images img
      photo photos picture pictures thumbnail gallery icon logo video videos avatar attachment download redirect redirects
      alias aliases 网址 網址 链接 連結 图片 圖片`),
    endings: words('url urls uri uris href src path file filename permalink icon thumbnail'),
  },
  {
    reason: 'dates and times are facts',
    scope: 'value',
    keys: words(`date dates datetime time timestamp year month created updated modified published lastmod expires expiry
      expiration validFrom validThrough validUntil priceValidUntil availabilityEnds foundingDate founded
      founderExperienceSince issued auditDate asOf 日期 成立日期 成立时间 成立時間`),
    endings: words('date datetime timestamp at'),
  },
  {
    reason: 'amounts, units and currencies are facts',
    scope: 'value',
    keys: words(`unit unitText price salePrice listPrice msrp rrp currency priceCurrency amount quantity qty stock moq
      minimumOrderQuantity width height depth length weight minValue maxValue ratingValue reviewCount ratingCount bestRating
      numberOfEmployees areaM2 monthlyCapacity recycledContentPercentage lowest30d lowest7d 单位 單位 价格 價格 币种 幣種`),
    endings: words('currency qty width height'),
  },
  {
    reason: 'contact data and names of people and places are facts',
    scope: 'value',
    keys: words(`mail phone telephone tel mobile fax faxNumber whatsapp wechat skype author authors contactPerson contactType
      contactOption availableLanguage hoursAvailable openingHours hours responseTime postalCode zip city region country
      streetAddress latitude longitude 电话 電話 邮箱 郵箱 地址`),
    endings: words('email phone telephone'),
  },
  {
    reason: 'addresses and contact points are facts, whatever stands in them',
    scope: 'subtree',
    keys: words('address legalAddress location geo contactPoint openingHoursSpecification'),
    endings: [],
  },
  {
    reason: 'layout, language and page settings are instructions to a program',
    scope: 'value',
    keys: words(`layout template theme type kind class className style css color colour background backgroundColor lang
      language locale hreflang dir encoding charset status state draft order sort position priority robots format mimeType
      encodingFormat role target rel parent level index translationKey`),
    endings: words('class template color colour lang locale layout'),
  },
  {
    reason: 'JSON-LD vocabulary',
    scope: 'subtree',
    keys: words('@context'),
    endings: [],
  },
  {
    reason: 'facts of the company: what copy is held against, not copy itself',
    scope: 'value',
    keys: words(`legalName registrationNumber taxID vatID leiCode duns iso6523Code naics isicV4 additionalType businessType
      registeredScope foundingLocation founder alternateName brand brands trademarks revenue exportShare exportCountries
      areaServed 公司名称 公司名稱 经营范围 經營範圍 注册号 註冊號 企业类型 企業類型`),
    endings: [],
  },
  {
    reason: 'facts of the company in a structure of their own',
    scope: 'subtree',
    keys: words(`plants employees companyRegistration hasCertification patents customersNamed affiliations authorisations
      authorizations memberOf hasCredential parentOrganization subOrganization`),
    endings: [],
  },
  {
    reason: 'facts of the product: what copy is held against, not copy itself',
    scope: 'value',
    keys: words(`manufacturer importer authorizedRepresentative seller supplier material countryOfOrigin countryOfAssembly
      countryOfLastProcessing availability itemCondition deliveryLeadTime leadTime handlingTime handlingDays transitTime
      transitDays cutoffTime shipTo noShip shippingOrigin shippingRate freeFrom durationOfWarranty freightPayer ownership
      measurementMethod measurementTechnique certificationIdentification certificationStatus issuedBy issuer holder
      returnPolicyCategory merchantReturnDays returnFees returnMethod refundType restockingFee applicableCountry
      merchantReturnLink itemDefectReturnFees customerRemorseReturnFees 材质 材質 原产地 原產地 产地 產地`),
    endings: [],
  },
  {
    reason: 'facts of the product in a structure of their own',
    scope: 'subtree',
    keys: words(`warranty hasWarrantyPromise hasMerchantReturnPolicy shippingDetails additionalProperty aggregateRating
      priceSpecification priceTiers eligibleQuantity eligibleTransactionVolume inventoryLevel substanceOfConcern`),
    endings: [],
  },
  {
    reason: 'facts when structured; a plain sentence under the key is copy',
    scope: 'structure',
    keys: words(`certifications certification awards contact contacts origin materials absent contains ratings regulatory sample
      returns salesFigures comparisons`),
    endings: [],
  },
  {
    reason: 'proof is on file, not for sale',
    scope: 'subtree',
    keys: words('evidence subjectOf'),
    endings: [],
  },
]

/** Key patterns of the user, beside the built-in groups; `audit` wins over `ignore` and over the groups. */
export interface FieldPatterns {
  /** Keys that are no copy, with all that stands under them. */
  readonly ignore: readonly string[]
  /** Keys that are copy whatever their name or value looks like. */
  readonly audit: readonly string[]
}
