/** What facts are asked for by, and the key paths that hold them: in lower case without joints, from the map of the owner down. */
const paths = {
  legalName: 'legalname companyname 公司名称 公司名稱 企业名称',
  otherName: 'alternatename brand brands trademarks organizationtradingname 商标',
  businessType: 'businesstype companytype organizationrole additionaltype 企业类型 企業類型 经营模式 公司类型 公司類型',
  registeredScope: 'registeredscope businessscope 经营范围 經營範圍',
  plant: 'plants plant factories owns 工厂 工廠',
  foundingDate:
    'foundingdate founded foundingyear yearfounded established yearestablished organizationformationdate 成立日期 成立时间 成立時間 成立年份 创立时间',
  founderSince: 'founderexperiencesince',
  employees: 'numberofemployees employees employeecount totalemployees headcount staffcount 员工人数 員工人數 员工数',
  exportCountries: 'exportcountries exportmarkets areaserved 出口国家 出口國家',
  exportShare: 'exportshare exportpercentage 出口比例',
  customer: 'customersnamed namedcustomers',
  contact: 'contactpoint contactpoints contact contacts 联系方式',
  responseTime: 'responsetime medianfirstreplyh medianfirstreply 回复时间',
  hours: 'hoursavailable openinghours openinghoursspecification hours 营业时间 營業時間',
  language: 'availablelanguage languages languagesspoken 语言 語言',
  certificate: 'hascertification hascertifications certifications certification certificates regulatory 认证 證書 证书',
  award: 'award awards 奖项 獎項',
  patent: 'patent patents 专利 專利',
  origin:
    'countryoforigin origin origin.made origin.country madein countryofmanufacture 原产地 原產地 产地 產地 原产国',
  assembly: 'countryofassembly origin.assembled',
  lastProcessing: 'countryoflastprocessing origin.lastprocessed',
  foreignContent: 'origin.foreigncontentpct foreigncontentpct foreigncontent',
  material: 'material materials textilematerial fabric composition 材质 材質 材料 面料 成分',
  absent: 'absent packagingmarkedfreefrom',
  contains: 'contains substanceofconcern',
  spec: 'additionalproperty additionalproperties ratings weight netweight thickness width height depth diameter capacity volume power wattage voltage batterycapacity maxload maximumload loadcapacity maximumtemperature maxtemperature heatresistance ipcode iprating ingressprotection 重量 净重 厚度 容量 功率 电压 电池容量 承重 耐热温度 防水等级 specifications specification specs techspecs technicaldata 规格 規格 参数',
  price: 'price offers.price pricing.current',
  listPrice: 'listprice regularprice price.list pricing.list strikethroughprice originalprice 原价 原價',
  msrp: 'msrp rrp price.msrp pricing.msrp',
  salePrice: 'saleprice currentprice price.current price.sale',
  lowest30: 'lowest30d price.lowest30d pricing.lowest30d lowestprice30d',
  lowest7: 'lowest7d price.lowest7d pricing.lowest7d',
  priceHistory: 'pricehistory price.history pricing.history',
  priceSpecification: 'pricespecification offers.pricespecification',
  moq: 'moq minimumorderquantity minorderquantity minimumorder minorder eligiblequantity eligibletransactionvolume 最低起订量 最小起订量 起订量 起訂量 最低起訂量',
  sample: 'sample samples samplepolicy 样品 樣品',
  availability: 'availability stockstatus 库存状态',
  stock: 'stock inventorylevel inventory quantityavailable 库存 庫存',
  promotion: 'promotions promotion sale specialoffer',
  offerEnd: 'pricevaliduntil availabilityends validthrough offers.validthrough price.validthrough',
  handling:
    'handlingtime handlingdays leadtime leadtimedays deliveryleadtime productiontime processingtime shippingdetails.deliverytime.handlingtime shippingdetails.handlingtime deliverytime.handlingtime 发货时间 發貨時間 交货期 交貨期 交期 备货时间',
  transit:
    'transittime transitdays shippingdetails.deliverytime.transittime shippingdetails.transittime deliverytime.transittime 运输时间',
  shipTo: 'shipto shipsto shippingdestination shippingdetails.shippingdestination 配送范围',
  noShip: 'noship doesnotship shippingdetails.doesnotship excludedcountries',
  shippingRate: 'shippingrate shippingcost shippingfee shippingdetails.shippingrate 运费 運費',
  freeFrom: 'freefrom freeshippingthreshold freeshippingfrom shippingdetails.freefrom 包邮门槛',
  warranty:
    'warranty haswarrantypromise warrantyperiod warrantymonths durationofwarranty manufacturerswarranty guaranteeperiod 质保 質保 质保期 保修 保修期 保固 保固期 保养期',
  returns: 'hasmerchantreturnpolicy returns returnpolicy returnpolicies merchantreturnpolicy 退货政策 退貨政策',
  returnDays: 'merchantreturndays returndays',
  rating: 'aggregaterating reviews reviewsummary',
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

/** Facts that say something of the seller whatever map they stand in. */
export const companyFacts: ReadonlySet<FactName> = new Set([
  'legalName', 'businessType', 'registeredScope', 'plant', 'foundingDate', 'founderSince', 'employees', 'exportCountries', 'exportShare',
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
  'offers offer facts product company organization organisation @graph graph mainentity data policies policy shop seller'.split(
    ' ',
  ),
)

/** A key without capitals, spaces and joints: `Founding_Date` is `foundingdate`. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[\s_\-:]+/g, '')
