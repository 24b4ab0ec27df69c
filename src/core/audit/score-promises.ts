import { type Mark, type Quality, qualities, type ScoredDocument, type ScoredPromise } from '../model/promise.ts'
import type { Finding } from '../model/report.ts'
import type { ClaimKind, Language } from '../model/rule.ts'
import { plainWords } from '../proof/evidence-index.ts'
import { type PromiseWords, promiseWords } from './promise-words.ts'

/** What the marks of promises are made of. */
export interface PromiseContext {
  readonly kindOf: (ruleId: string) => ClaimKind
  /** The sentence around a claim. */
  readonly sentenceOf: (finding: Finding) => string
  readonly language: Language
}

/** Marks every promise of a ledger from 0 to 1 on the five qualities, and every document by the mean of its promises. */
export function scorePromises(claims: readonly Finding[], context: PromiseContext): readonly ScoredDocument[] {
  const repeated = documentsByWords(claims)
  const documents = new Map<string, ScoredPromise[]>()
  for (const finding of claims) {
    const promise = { finding, marks: marksOf(finding, repeated.get(plainWords(finding.text))?.size ?? 1, context) }
    documents.set(finding.document, [...(documents.get(finding.document) ?? []), promise])
  }
  return [...documents].map(([document, promises]) => {
    const scores = record((quality) => mean(promises.map(({ marks }) => marks[quality].score)))
    return { document, promises, scores, overall: mean(Object.values(scores)) }
  })
}

function documentsByWords(claims: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const documents = new Map<string, Set<string>>()
  for (const { text, document } of claims) {
    const words = plainWords(text)
    const known = documents.get(words)
    if (known) known.add(document)
    else documents.set(words, new Set([document]))
  }
  return documents
}

const rounded = (score: number) => Math.round(score * 100) / 100
const mean = (scores: readonly number[]) => rounded(scores.reduce((sum, score) => sum + score, 0) / scores.length)

function record<T>(of: (quality: Quality) => T): Readonly<Record<Quality, T>> {
  const [realistic, unique, compelling, explicit, credible] = qualities
  return {
    [realistic]: of(realistic),
    [unique]: of(unique),
    [compelling]: of(compelling),
    [explicit]: of(explicit),
    [credible]: of(credible),
  }
}

function marksOf(finding: Finding, documents: number, context: PromiseContext): ScoredPromise['marks'] {
  const words = promiseWords[context.language]
  const sentence = context.sentenceOf(finding)
  const kind = context.kindOf(finding.ruleId)
  return {
    realistic: realistic(finding, kind, words),
    unique: unique({ finding, kind, documents }, words),
    compelling: compelling(finding, sentence, words),
    explicit: explicit(finding, sentence, words),
    credible: credible(finding, words),
  }
}

/** Half for not being absolute, half for what the facts say; nothing when contradicted or banned. */
function realistic({ verdict }: Finding, kind: ClaimKind, words: PromiseWords): Mark {
  if (verdict === 'contradicted' || verdict === 'banned') return { score: 0, reason: words.verdict[verdict] }
  const within = verdict === 'supported' ? 0.5 : verdict === 'cited' ? 0.4 : verdict === 'expired' ? 0.1 : 0.25
  const isAbsolute = kind === 'absolute'
  const facts = words.verdict[verdict ?? 'unsupported']
  return {
    score: rounded(within + (isAbsolute ? 0 : 0.5)),
    reason: words.both(isAbsolute ? words.absolute : words.limited, facts),
  }
}

/** Stock phrases of the trade: the same on every page of every seller. */
const stock =
  /\b(?:(?:high|top|best|premium|superior|excellent|good|reliable) quality|quality first|(?:best|competitive|reasonable|good|factory|lowest) prices?|one[- ]stop|(?:fast|prompt|quick) (?:delivery|shipping|response)|professional (?:team|manufacturer|supplier|service)|customer (?:first|satisfaction)|satisfaction guaranteed|factory direct|win[- ]win|world[- ]class|state[- ]of[- ]the[- ]art|market leader|leading (?:manufacturer|supplier)|best service|eco[- ]friendly|hot[- ]?sell\w*|free shipping)\b|质量第一|品质保证|品質保證|客户至上|客戶至上|顾客就是上帝|价格优惠|價格優惠|厂家直销|廠家直銷|一站式|诚信|互利共赢|行业领先|行業領先|全网最低|優質|优质|热销|熱銷|源头工厂|售后无忧|售後無憂/i

function unique(
  { finding, kind, documents }: { finding: Finding; kind: ClaimKind; documents: number },
  words: PromiseWords,
): Mark {
  const isStock = stock.test(finding.text) || kind === 'opinion' || finding.family === 'vague'
  if (isStock) return { score: 0, reason: words.stock }
  return documents > 1
    ? { score: rounded(1 / documents), reason: words.repeated(documents) }
    : { score: 1, reason: words.own }
}

const benefit =
  /\b(?:you|your|save\w*|free|refund\w*|replac\w+|repair\w*|return\w*|last\w*|longer|easier|easy|faster|quieter|lighter|safer|protect\w*|prevent\w*|keep\w*|reduc\w+|cut\w*|warrant\w+|guarante\w+|deliver\w*|ship\w*|dispatch\w*|repl(?:y|ies)|answer\w*|support\w*|withstand\w*|resist\w*|fits?)\b|您|你|省|免费|免費|包邮|免運|退款|退货|退貨|换货|換貨|保修|保固|质保|维修|延长|耐用|防水|更轻|更快|方便|保护|减少|发货|出貨|送达|回复|回覆/i
const measure =
  /\d|[一二三四五六七八九十百千万半两]+(?:年|个月|小时|天|倍|成)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half|dozen|hundred|thousand)\b/i

function compelling(finding: Finding, sentence: string, words: PromiseWords): Mark {
  const measured = measure.test(finding.text) || Object.values(finding.slots).some((value) => typeof value === 'number')
  const useful = benefit.test(sentence)
  const reason =
    measured && useful ? words.benefitMeasured : useful ? words.benefit : measured ? words.measured : words.neither
  return { score: useful && measured ? 1 : useful || measured ? 0.5 : 0, reason }
}

/** What a promise says besides its words; patterns are looked for in the sentence. */
const parts: readonly (readonly [keyof PromiseWords['parts'], RegExp])[] = [
  ['value', measure],
  [
    'unit',
    /%|[€$£¥]|°|\b(?:years?|months?|weeks?|days?|hours?|minutes?|percent|kg|g|mm|cm|m|m²|ml|l|litres?|w|v|mah|pieces?|pcs|sets?|usd|eur|gbp|cny|rmb|countries|customers|employees|people)\b|年|月|天|小时|小時|分钟|元|件|个|平方米|公斤|克|厘米|毫米|升/i,
  ],
  [
    'scope',
    /\b(?:for|on|in|to|within|of|from|covers?|including|except|only|europe|eu|usa?|uk|china|germany|mainland|countries|parts|material|workmanship|orders?|models?|all)\b|适用|適用|范围|範圍|以内|境内|中国|欧洲|美国|订单|整机|全系列|仅限/i,
  ],
  [
    'period',
    /\b(?:since|until|within|from|by|per|after|year|years|months?|weeks?|days?|hours?|\d{4})\b|年|月|日|天|小时|小時|期间|起|内/i,
  ],
  [
    'conditions',
    /\b(?:if|when|unless|provided|subject to|conditions?|terms|excluding|except|after|with|without|according to|measured|tested)\b|如果|如|若|条件|條件|凭|憑|除外|不含|按|依据|以.{1,12}为准/i,
  ],
]
const remedy =
  /\b(?:refund\w*|replac\w+|repair\w*|compensat\w+|credit\w*|return\w*|money back|pay)\b|退款|退货|退貨|换货|換貨|换新|維修|维修|赔|賠|补偿|補償/i
const remediable: ReadonlySet<string> = new Set(['guarantee', 'delivery', 'service', 'price', 'free', 'results'])

function explicit({ family }: Finding, sentence: string, words: PromiseWords): Mark {
  const asked = remediable.has(family) ? [...parts, ['remedy', remedy] as const] : parts
  const missing = asked.filter(([, pattern]) => !pattern.test(sentence)).map(([name]) => words.parts[name])
  const score = rounded((asked.length - missing.length) / asked.length)
  return { score, reason: missing.length === 0 ? words.complete : words.missing(missing) }
}

const trust = { supported: 1, cited: 0.6, expired: 0.2, unsupported: 0, vague: 0, banned: 0, contradicted: 0 } as const

function credible({ verdict, evidence, decision }: Finding, words: PromiseWords): Mark {
  const score = trust[verdict ?? 'unsupported']
  if (score === 0 && decision?.kind === 'attest' && verdict !== 'contradicted')
    return { score: 0.4, reason: words.attested(decision.by ?? '') }
  return {
    score,
    reason: words.proof[verdict ?? 'unsupported'] + (evidence.length > 0 ? ` (${evidence.join(', ')})` : ''),
  }
}
