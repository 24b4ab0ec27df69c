import type { Evidence } from '../model/evidence.ts'

const registration = /regist|listing|notif|declar|510\(k\)|备案|備案|登记|登記|注册|註冊|列名|声明|聲明/i
const approval = /approv|clear(?:ed|ance)|certifi|authori[sz]|批准|核准|认证|認證|认可|認可/i
const managementSystem =
  /\b(?:ISO ?(?:\/ ?TS ?)?|IATF ?|EN )(?:9001|14001|45001|22000|27001|50001|13485|16949)\b|\b(?:BSCI|SMETA|SEDEX|OHSAS)\b|\bSA ?8000\b|管理体系|管理體系|management system/i
const speaksOfFirm =
  /\b(?:we|we're|our (?:company|factory|plant|partner|quality|production)|company|factory|plant|suppliers?|manufactur\w+|production|produced|made (?:in|at|by)|management|workshop|facility)\b|公司|工厂|工廠|体系|體系|生产|生產|制造|製造|厂|廠/i

/** Why proof of this sort is none of what the words say: a registration is no approval, a management system is no product. */
export type CategoryError = 'registration' | 'management-system'

/** The category error between evidence and the words that lean on it; `aboutProduct`: the words stand on the page of a product. */
export function categoryError(
  { statement, kind }: Pick<Evidence, 'statement' | 'kind'>,
  words: { readonly text: string; readonly sentence: string },
  subject: 'product' | 'other',
): CategoryError | null {
  const named = `${kind ?? ''} ${statement ?? ''}`
  const isRegistration = registration.test(named) && !approval.test(named)
  if (isRegistration && approval.test(words.text) && !registration.test(words.text)) return 'registration'
  const isSystem = managementSystem.test(named)
  return isSystem && subject === 'product' && !speaksOfFirm.test(words.sentence) ? 'management-system' : null
}
