import type { Row } from './bench.ts'

/** Whether a row keeps its budget; true where there is none. */
export function keeps({ value, budget }: Row): boolean {
  if (budget === null) return true
  return budget.sense === 'at most' ? value <= budget.limit : value >= budget.limit
}

/** Rows as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(['What', 'Against', 'Of', 'Measured', 'Budget', 'Met']),
    line(['---', '---', '---', '--:', '--:', '---']),
    ...rows.map((row) =>
      line([row.what, row.against, row.quantity, amount(row.value, row.unit), budgetOf(row), metOf(row)]),
    ),
  ].join('\n')
}

const budgetOf = ({ budget, unit }: Row) =>
  budget === null ? '' : `${budget.sense === 'at most' ? '≤' : '≥'} ${budget.limit} ${signs[unit]}`

const metOf = (row: Row) => (row.budget === null ? '' : keeps(row) ? 'yes' : '**no**')

function amount(value: number, unit: Row['unit']): string {
  return `${value >= 10 ? Math.round(value) : Number(value.toPrecision(value >= 1 ? 3 : 2))} ${signs[unit]}`
}

const signs: Readonly<Record<Row['unit'], string>> = { times: '×', MB: 'MB' }
