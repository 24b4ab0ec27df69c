/** Kinds of evidence that can stand for each other: a rule that asks for one of a row is served by any other of it. */
const interchangeable: readonly (readonly string[])[] = [
  [
    'certificate',
    'licence',
    'registration',
    'ecolabel-licence',
    'transaction-certificate',
    'certificate-of-origin',
    'award',
    'patent',
    'prior-art-search',
  ],
  [
    'certificate',
    'test-report',
    'inspection-report',
    'lifecycle-assessment',
    'study',
    'field-returns',
    'bill-of-materials',
  ],
  ['market-report', 'survey', 'sales-report', 'statistics', 'award', 'study'],
  ['survey', 'review-record', 'statistics', 'study', 'contract'],
  ['audit-report', 'certificate', 'business-licence', 'registration-extract', 'lease', 'inspection-report', 'contract'],
  [
    'policy',
    'contract',
    'guarantee-terms',
    'price-list',
    'service-level',
    'support-hours',
    'promotion-record',
    'carrier-sla',
    'lead-time-table',
  ],
  [
    'statistics',
    'dispatch-statistics',
    'delivery-statistics',
    'ticket-statistics',
    'carrier-sla',
    'service-level',
    'lead-time-table',
  ],
  ['photo', 'lease', 'audit-report', 'business-licence'],
  ['price-survey', 'price-list'],
]

const known = new Set(interchangeable.flat())

/** Whether evidence of this kind can prove what asks for one of the `wanted` kinds; a kind nobody has heard of is given the benefit of the doubt. */
export function kindServes(kind: string | null, wanted: readonly string[]): boolean {
  if (kind === null || wanted.length === 0 || wanted.includes(kind) || !known.has(kind)) return true
  return interchangeable.some((row) => row.includes(kind) && wanted.some((want) => row.includes(want)))
}

/** Kinds that hold until they run out, however long ago they were issued. */
const lasting = new Set([
  'certificate',
  'licence',
  'contract',
  'lease',
  'audit-report',
  'policy',
  'business-licence',
  'patent',
])

/** Whether age alone does not weaken evidence of this kind. */
export const isLasting = (kind: string | null): boolean => kind !== null && lasting.has(kind)
