import { distance } from '../text/suggest.ts'

/** What facts are asked for by, and the key paths that hold them: in lower case without joints, from the map of the owner down. */
const paths = {
  legalName: 'legalname companyname registeredname tradingname firmname 公司名 公司名称 公司名稱 企业名称',
  otherName: 'alternatename brand brands trademarks organizationtradingname 商标',
  businessType:
    'businesstype companytype typeofbusiness natureofbusiness businessnature companykind organizationrole additionaltype type 类型 類型 企业类型 企業類型 经营模式 公司类型 公司類型',
  registeredScope: 'registeredscope businessscope 经营范围 經營範圍',
  plant: 'plants plant factories owns 工厂 工廠',
  plantFigure:
    'plantarea factoryarea factorysize floorarea floorspace workshoparea productionarea productionlines numberoflines lines monthlycapacity productioncapacity monthlyoutput 厂房面积 工厂面积 占地面积 生产线 产线 月产能 月产量',
  foundingDate:
    'foundingdate founded foundedin foundedyear incorporated incorporationdate est establishedin since startyear 成立 创立 创办年份 成立于 foundingyear yearfounded established yearestablished organizationformationdate 成立日期 成立时间 成立時間 成立年份 创立时间',
  founderSince: 'founderexperiencesince',
  employees:
    'numberofemployees employees staff totalstaff staffnumber teamsize workforce numberofstaff 员工 員工 人数 人數 团队人数 employeecount totalemployees headcount staffcount 员工人数 員工人數 员工数',
  exportCountries:
    'exportcountries exportmarkets mainmarkets markets marketsserved exportsto countriesserved areaserved 主要市场 主要市場 出口国家 出口國家',
  exportShare: 'exportshare exportpercentage 出口比例',
  customer: 'customersnamed namedcustomers',
  contact: 'contactpoint contactpoints contact contacts 联系方式',
  responseTime:
    'responsetime replytime answertime responsewithin 响应时间 響應時間 medianfirstreplyh medianfirstreply 回复时间',
  hours:
    'hoursavailable openinghours businesshours workinghours officehours servicehours 服务时间 工作时间 openinghoursspecification hours 营业时间 營業時間',
  language: 'availablelanguage languages languagesspoken 语言 語言',
  certificate:
    'hascertification hascertifications certificatesheld accreditations approvals 认证证书 资质 certifications certification certificates regulatory 认证 證書 证书',
  award: 'award awards 奖项 獎項',
  patent: 'patent patents 专利 專利',
  origin:
    'countryoforigin origin origincountry producedin manufacturedin placeoforigin 生产地 製造地 制造地 origin.made origin.country madein countryofmanufacture 原产地 原產地 产地 產地 原产国',
  assembly: 'countryofassembly origin.assembled',
  lastProcessing: 'countryoflastprocessing origin.lastprocessed',
  foreignContent: 'origin.foreigncontentpct foreigncontentpct foreigncontent',
  material:
    'material materials textilematerial fabric composition madeof ingredients 材料成分 用料 配料 材质 材質 材料 面料 成分',
  absent: 'absent packagingmarkedfreefrom',
  contains: 'contains substanceofconcern',
  spec: 'additionalproperty additionalproperties ratings weight netweight thickness width height depth diameter capacity volume power wattage voltage batterycapacity maxload maximumload loadcapacity maximumtemperature maxtemperature heatresistance ipcode iprating ingressprotection 重量 净重 厚度 容量 功率 电压 电池容量 承重 耐热温度 防水等级 specifications specification specs techspecs technicaldata 规格 規格 参数',
  price: 'price offers.price pricing.current',
  listPrice:
    'listprice regularprice was wasprice oldprice compareatprice pricebefore previousprice 市场价 划线价 吊牌价 建议零售价 price.list pricing.list strikethroughprice originalprice 原价 原價',
  msrp: 'msrp rrp price.msrp pricing.msrp',
  salePrice:
    'saleprice currentprice now nowprice specialprice offerprice dealprice promoprice 现价 現價 促销价 特价 特價 price.current price.sale',
  lowest30: 'lowest30d price.lowest30d pricing.lowest30d lowestprice30d',
  lowest7: 'lowest7d price.lowest7d pricing.lowest7d',
  priceHistory: 'pricehistory price.history pricing.history',
  priceSpecification: 'pricespecification offers.pricespecification',
  moq: 'moq minimumorderquantity minimumquantity minqty minorderqty minimumorderqty 最小订单 最低订购量 minorderquantity minimumorder minorder eligiblequantity eligibletransactionvolume 最低起订量 最小起订量 起订量 起訂量 最低起訂量',
  sample: 'sample samples samplepolicy 样品 樣品',
  availability: 'availability stockstatus instock isinstock available 是否有货 库存状态',
  stock:
    'stock inventorylevel qty stockqty stockquantity stocklevel unitsinstock availablequantity onhand 库存数量 inventory quantityavailable 库存 庫存',
  promotion: 'promotions promotion sale specialoffer',
  offerEnd: 'pricevaliduntil availabilityends validthrough offers.validthrough price.validthrough',
  handling:
    'handlingtime handlingdays dispatchtime dispatch dispatchdays dispatchwithin shipswithin shipsin shippingtime productionleadtime preparationtime 出货时间 出貨時間 备货期 生产周期 leadtime leadtimedays deliveryleadtime productiontime processingtime shippingdetails.deliverytime.handlingtime shippingdetails.handlingtime deliverytime.handlingtime 发货时间 發貨時間 交货期 交貨期 交期 备货时间',
  transit:
    'transittime transitdays deliverytime deliverydays deliveredin deliverswithin 送达时间 配送时间 运输天数 shippingdetails.deliverytime.transittime shippingdetails.transittime deliverytime.transittime 运输时间',
  shipTo:
    'shipto shipsto shipstocountries deliveryareas deliverto countriesdelivered shippingdestination shippingdetails.shippingdestination 配送范围',
  noShip: 'noship doesnotship shippingdetails.doesnotship excludedcountries',
  shippingRate:
    'shippingrate shippingcost shippingprice deliverycost deliveryfee deliverycharge postage shippingfee shippingdetails.shippingrate 运费 運費',
  freeFrom:
    'freefrom freeshippingthreshold freeshippingover freedeliveryfrom freedeliveryover 免邮门槛 免运门槛 freeshippingfrom shippingdetails.freefrom 包邮门槛',
  warranty:
    'warranty guarantee warrantyterm warrantylength warrantyduration guaranteeterm 质保时间 保修时间 保修年限 质保年限 保固年限 haswarrantypromise warrantyperiod warrantymonths durationofwarranty manufacturerswarranty guaranteeperiod 质保 質保 质保期 保修 保修期 保固 保固期 保养期',
  returns:
    'hasmerchantreturnpolicy returns return returnwindow returnperiod 退换货 退换政策 returnpolicy returnpolicies merchantreturnpolicy 退货政策 退貨政策',
  returnDays: 'merchantreturndays returndays returnswithin 退货天数',
  rating: 'aggregaterating rating reviewscore customerrating reviews reviewsummary',
  salesFigure: 'salesfigures salesfigure',
  recycled: 'recycledcontentpercentage recycledpct recycledcontent recycledshare materials.recycledpct',
  carbon: 'carbon climate carbonneutrality carbonneutral carbonfootprint',
  study: 'studies study surveys survey',
} as const

export type FactName = keyof typeof paths

/** The name of the fact at a key path; several paths may lead to one name. */
export const factAt: ReadonlyMap<string, FactName> = new Map(
  Object.entries(paths).flatMap(([name, list]) => list.split(/\s+/).map((path) => [path, name as FactName] as const)), // the keys are the type
)

const singleKeys: readonly string[] = [...factAt.keys()].filter((path) => /^[a-z]{6,}$/.test(path))

/** How keys of schema.org are written. */
const written: ReadonlyMap<string, string> = new Map(
  'legalName alternateName businessType registeredScope foundingDate numberOfEmployees exportCountries areaServed contactPoint responseTime hoursAvailable openingHours availableLanguage hasCertification countryOfOrigin countryOfAssembly additionalProperty listPrice salePrice priceHistory priceSpecification eligibleQuantity inventoryLevel priceValidUntil handlingTime leadTime transitTime shippingDestination doesNotShip shippingRate hasWarrantyPromise warrantyPeriod hasMerchantReturnPolicy merchantReturnDays aggregateRating recycledContentPercentage'
    .split(' ')
    .map((key) => [key.toLowerCase(), key]),
)

/** Facts that say something of the seller whatever map they stand in. */
export const companyFacts: ReadonlySet<FactName> = new Set([
  'legalName', 'businessType', 'registeredScope', 'plant', 'plantFigure', 'foundingDate', 'founderSince', 'employees', 'exportCountries', 'exportShare',
  'customer', 'contact', 'responseTime', 'hours', 'language',
]) // biome-ignore format: a list

/** Keys that number an article. */
export const articleKeys: ReadonlySet<string> = new Set(
  'sku mpn model modelnumber gtin gtin8 gtin12 gtin13 gtin14 ean upc itemno itemnumber articlenumber productid 货号 貨號 型号 型號 款号 料号'.split(
    ' ',
  ),
)

/** Keys that name goods or a firm. */
export const nameKeys: ReadonlySet<string> = new Set(
  'name names title productname 品名 名称 名稱 产品名称 產品名稱'.split(' '),
)

/** Keys around facts that say nothing themselves. */
export const wrapperKeys: ReadonlySet<string> = new Set(
  'offers offer facts product company organization organisation @graph graph mainentity data policies policy shop seller supplier vendor merchant details detail info profile about basics general overview listing item shipping delivery logistics terms trade tradeterms ordering service aftersales 公司 企业 企業 公司信息 公司資料 基本信息 基本资料 产品 產品 商品 资料 信息 详情 供应商 物流 售后 交易条款'.split(
    ' ',
  ),
)

/** Words of their own that are a letter from a fact. */
const otherWords: ReadonlySet<string> = new Set([
  'founder',
  'founders',
  'review',
  'market',
  'founding',
  'weights',
  'prices',
  'return',
  'volumes',
])
const shortestSlip = 6
const longWord = 10

/** The known key that a plain key is a slip of the pen for; null when it is known, or like none. Plurals are words of their own. */
export function nearlyKnown(key: string): string | null {
  if (key.length < shortestSlip || !/^[a-z]+$/.test(key) || otherWords.has(key)) return null
  if (factAt.has(key) || articleKeys.has(key) || nameKeys.has(key) || wrapperKeys.has(key)) return null
  let best: string | null = null
  let least = key.length >= longWord ? 3 : 2
  for (const known of singleKeys) {
    if (Math.abs(known.length - key.length) >= least || known === `${key}s` || key === `${known}s`) continue
    const edits = distance(key, known)
    if (edits < least) {
      best = known
      least = edits
    }
  }
  return best === null ? null : (written.get(best) ?? best)
}

/** Keys that are facts only with a value like this: `type` may be the type of anything. */
export const guardedKeys: ReadonlyMap<string, RegExp> = new Map([
  [
    'type',
    /\b(?:trad(?:er|ing)|manufactur\w*|wholesal\w*|retail\w*|distribut\w*|agen(?:t|cy)|import\w*|export\w*|factory)\b|贸易|生产|制造|代理|经销|批发|零售|工厂/i,
  ],
  ['类型', /贸易|生产|制造|代理|经销|批发|零售|工厂|企业|公司/],
  ['類型', /貿易|生產|製造|代理|經銷|批發|零售|工廠|企業|公司/],
  ['since', /^\D{0,3}(?:1[6-9]|20)\d\d/],
  ['was', /\d/],
  ['now', /\d/],
  ['return', /\d|no|not|不/i],
  ['dispatch', /\d|day|week|天|周/i],
])

/** A key without capitals, spaces and joints: `Founding_Date` is `foundingdate`. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[\s_\-:]+/g, '')
