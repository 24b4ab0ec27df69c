import { dateIn, isPast } from '../dates.ts'
import { allTexts, type KnownFact, partOf, textOf, textsOf } from '../known-facts.ts'
import { sameName } from '../names.ts'
import { type SchemeKind, schemesIn } from '../schemes.ts'
import {
  type Comparison,
  contradicted,
  expired,
  gravest,
  type Note,
  noted,
  type Outcome,
  type Question,
  supported,
} from './comparison.ts'

const nameKeys = [
  'name',
  'scheme',
  'certificate',
  'title',
  'type',
  '名称',
  'certificationname',
  'standard',
  'certificationstandard',
  'act',
  'regulatoryact',
  'kind',
  '',
]
/** Keys of the last day on which a certificate holds. */
const endKeys = [
  'expires',
  'expiry',
  'expirydate',
  'expirationdate',
  'expireson',
  'validthrough',
  'validuntil',
  'validto',
  'until',
  'certificationenddate',
  '有效期至',
  '到期日',
  '有效期',
  '截止日期',
]

const inactive = /inactive|suspend|withdraw|revok|cancel|暂停|撤销|注销/i
const registered = /registration|registered|listing|listed|510 ?\(?k|self[- ]declar|declaration|注册|登记|自我声明/i
const approvedWords = /approv|批准|认可|認可|核准|核可/i
const certifiedByAuthority =
  /(?:certified|approved) by (?:the )?(?:eu|european)|(?:eu|european)[ -](?:certified|approved)|ce[ -]approv|欧盟认证|歐盟認證/i
const firm =
  /\b(?:company|factory|factories|plant|mill|manufacturer|supplier|firm|facility|facilities|production|produced|made (?:in|by)|management|we|our|us)\b|公司|工厂|工廠|企业|企業|厂家|廠家|生产|体系|體系|管理/i

const misused = noted('it certifies how a firm is run, not a product', '该证书针对企业管理体系，不针对产品')
const notApproval = noted('what is on file is a registration, not an approval', '登记的是注册或备案，不是批准')
const ownDeclaration = noted(
  "CE is the maker's own declaration: nobody approves or certifies it",
  'CE 是厂家自我声明，并非机构批准或认证',
)
const onlyDeclared = noted(
  'what is on file is a declaration of the maker or supplier itself',
  '登记的是自我声明，不是认证',
)
const declared = /declaration|\bsdoc\b|self[- ]?declar|自我声明|符合性声明/i
const lapsed = (date: string): Note => noted(`it ran out on ${date}`, `已于${date}到期`)

/** What one certificate on file says of the statement, the gravest objection first. */
function judgeRecord(fact: KnownFact, kind: SchemeKind, question: Question): Outcome {
  const { words, sentence, asOf } = question
  const name = textsOf(fact, ...nameKeys, 'kind', 'type', 'status').join(' ')
  const until = dateIn(textOf(fact, ...endKeys) ?? '')
  if (approvedWords.test(words) && registered.test(name)) return contradicted([partOf(fact, 'name')], notApproval)
  if (kind === 'declaration' && certifiedByAuthority.test(sentence)) return contradicted([fact], ownDeclaration)
  if (declared.test(name) && /certif|approv|认证|批准|核准/i.test(words) && !declared.test(sentence))
    return contradicted([partOf(fact, 'name')], onlyDeclared)
  if (inactive.test(textOf(fact, 'certificationstatus', 'status') ?? ''))
    return contradicted([partOf(fact, 'certificationstatus', 'status')])
  if (kind === 'management' && question.product.skus.length > 0 && !firm.test(sentence))
    return contradicted([partOf(fact, 'name')], misused)
  if (!isHolder(fact, question)) return contradicted([partOf(fact, 'holder', 'owner')], heldBy(fact))
  if (!covers(fact, question))
    return contradicted(
      [partOf(fact, 'products', 'product', 'skus', 'about')],
      noted('it covers other products', '该证书涵盖的是其他产品'),
    )
  return until !== null && isPast(until, asOf)
    ? expired([partOf(fact, ...endKeys)], lapsed(until))
    : supported([partOf(fact, 'name')])
}

function heldBy(fact: KnownFact): Note {
  const holder = textOf(fact, 'holder', 'owner') ?? ''
  return noted(`its holder is ${holder}`, `持证人是${holder}`)
}

function isHolder(fact: KnownFact, { companyNames }: Question): boolean {
  const holder = textOf(fact, 'holder', 'owner')
  return holder === null || companyNames.length === 0 || companyNames.some((name) => sameName(name, holder))
}

/** Without a list of products a certificate covers all of them. */
function covers(fact: KnownFact, { product, sentence }: Question): boolean {
  const products = textsOf(
    fact,
    'products',
    'product',
    'skus',
    'about',
    'certificationsubject',
    'products.sku',
    'about.sku',
  )
  if (products.length === 0 || product.skus.length + product.names.length === 0) return true
  if (products.some((listed) => sentence.toLowerCase().includes(listed.toLowerCase()))) return true
  return products.some((listed) => [...product.skus, ...product.names].some((own) => sameName(listed, own)))
}

/** "CE" in "CE certified by the EU": the mark stands right before the words that were matched. */
const wordsBefore = ({ sentence, statement: { at } }: Question) => sentence.slice(Math.max(0, at.start - 8), at.start)

const generic =
  /^(?:certified|certificate|certification|standard|management|system|approved|accredited|quality|environmental)$/i

/** Records of schemes nobody has heard of, whose whole name the words hold: "CleanSafe Contractor accredited". */
function namedRecords({ words, facts }: Question): readonly KnownFact[] {
  const said = words.toLowerCase()
  return facts('certificate').filter((fact) => {
    const name = textsOf(fact, 'name', 'scheme', 'certificationname')[0] ?? ''
    if (schemesIn(name).length > 0) return false
    const parts =
      name
        .toLowerCase()
        .match(/[\p{L}\p{N}]{3,}/gu)
        ?.filter((part) => !generic.test(part)) ?? []
    return parts.length > 0 && parts.every((part) => said.includes(part)) && parts.join('').length > 4
  })
}

/** "ISO 9001 certified", "FDA approved", "GOTS": against the certificates on file: holder, kind, status, scope, dates. */
export const certificate: Comparison = {
  decide: (question) => {
    const own = schemesIn(question.words)
    const schemes = own.length > 0 ? own : schemesIn(wordsBefore(question))
    if (schemes.length === 0)
      return gravest(namedRecords(question).map((fact) => judgeRecord(fact, 'product', question)))
    const outcomes = schemes.flatMap(({ words, kind }): Outcome[] => {
      const records = question
        .facts('certificate')
        .filter(
          (fact) =>
            words.test(textsOf(fact, ...nameKeys).join(' ')) || words.test(allTexts(fact).slice(0, 1).join(' ')),
        )
      const judged = records.map((fact) => judgeRecord(fact, kind, question))
      // One valid record is enough, unless the kind of thing itself is wrong.
      const good = judged.find(({ verdict }) => verdict === 'supported')
      return good ? [good] : [gravest(judged)].filter((outcome) => outcome !== null)
    })
    // Two schemes in one claim, one of them on file: nothing bears out the other.
    return outcomes.length < schemes.length && gravest(outcomes)?.verdict === 'supported' ? null : gravest(outcomes)
  },
}
