import type { Property } from '../../model/property.ts'
import { absentSubstance } from './absent-substance.ts'
import { award } from './award.ts'
import { businessType } from './business-type.ts'
import { certificate } from './certificate.ts'
import type { Comparison } from './comparison.ts'
import { countryOfOrigin, imported } from './country-of-origin.ts'
import { employees } from './employees.ts'
import { carbonNeutral, recycledShare } from './environment.ts'
import { exportCountries } from './export-countries.ts'
import { bestSeller, exportShare, healthEffect, sampleSize } from './figures.ts'
import { ingress } from './ingress.ts'
import { languages } from './languages.ts'
import { material, pureMaterial } from './material.ts'
import { namedCustomer } from './named-customer.ts'
import { openingHours } from './opening-hours.ts'
import { discount, inStock, moq, offerEnds, stockLeft, wasPrice } from './order.ts'
import { ownFactory } from './own-factory.ts'
import { patent } from './patent.ts'
import { annualOutput, monthlyCapacity, plantArea, productionLines } from './plants.ts'
import { rating } from './rating.ts'
import { replyTime } from './reply-time.ts'
import { refundType, returns } from './returns.ts'
import { deliveryTime, freeSample, freeShipping, handlingTime, shipTo } from './shipping.ts'
import { spec } from './spec.ts'
import { freeWarranty, warranty } from './warranty.ts'
import { yearsInBusiness } from './years-in-business.ts'

/** How statements of each property are decided; null: nothing is known to compare them with yet. */
export const comparisons = {
  businessType,
  ownFactory,
  factoryPrice: businessType,
  foundingYear: yearsInBusiness,
  yearsInBusiness,
  employees,
  plantArea,
  productionLines,
  monthlyCapacity,
  annualOutput,
  exportCountries,
  exportShare,
  namedCustomer,
  openingHours,
  replyTime,
  languages,
  certificate,
  patent,
  award,
  countryOfOrigin,
  imported,
  pureMaterial,
  material,
  absentSubstance,
  ingress,
  spec,
  warranty,
  freeWarranty,
  returnDays: returns,
  returnFees: returns,
  unconditionalReturn: returns,
  refundType,
  freeShipping,
  freeSample,
  moq,
  handlingTime,
  sampleTime: null,
  deliveryTime,
  shipTo,
  inStock,
  stockLeft,
  offerEnds,
  discount,
  wasPrice,
  rating,
  reviewCount: rating,
  recycledShare,
  carbonNeutral,
  bestSeller,
  healthEffect,
  sampleSize,
  testResult: null,
  priceRank: null,
  marketRank: null,
} satisfies Record<Property, Comparison | null>
