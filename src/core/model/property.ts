/** Whom a property is stated of: the seller, or goods. */
export type SubjectKind = 'company' | 'product'

/** The closed vocabulary of what claims and structured values state; each has one meaning, whoever states it. */
export const properties = {
  businessType: 'company',
  ownFactory: 'company',
  factoryPrice: 'company',
  foundingYear: 'company',
  yearsInBusiness: 'company',
  employees: 'company',
  plantArea: 'company',
  productionLines: 'company',
  monthlyCapacity: 'company',
  annualOutput: 'company',
  exportCountries: 'company',
  exportShare: 'company',
  namedCustomer: 'company',
  openingHours: 'company',
  replyTime: 'company',
  languages: 'company',
  certificate: 'product',
  patent: 'product',
  award: 'product',
  countryOfOrigin: 'product',
  imported: 'product',
  pureMaterial: 'product',
  material: 'product',
  absentSubstance: 'product',
  ingress: 'product',
  spec: 'product',
  warranty: 'product',
  freeWarranty: 'product',
  returnDays: 'product',
  returnFees: 'product',
  unconditionalReturn: 'product',
  refundType: 'product',
  freeShipping: 'product',
  freeSample: 'product',
  moq: 'product',
  handlingTime: 'product',
  sampleTime: 'product',
  deliveryTime: 'product',
  shipTo: 'product',
  inStock: 'product',
  stockLeft: 'product',
  offerEnds: 'product',
  discount: 'product',
  wasPrice: 'product',
  rating: 'product',
  reviewCount: 'product',
  recycledShare: 'product',
  carbonNeutral: 'product',
  bestSeller: 'product',
  healthEffect: 'product',
  sampleSize: 'product',
  testResult: 'product',
  priceRank: 'product',
  marketRank: 'company',
} as const satisfies Record<string, SubjectKind>

export type Property = keyof typeof properties

export const propertyNames = Object.keys(properties) as readonly Property[] // the keys are the type

/** Properties that a yes or a no to a question states. */
export const yesOrNo: ReadonlySet<Property> = new Set([
  'ownFactory',
  'businessType',
  'shipTo',
  'inStock',
  'freeSample',
  'freeShipping',
])

export const isProperty = (name: string): name is Property => Object.hasOwn(properties, name)
