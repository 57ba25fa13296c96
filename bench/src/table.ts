import { type Row, ratioOf } from './sections/section.ts'

const HEADERS = ['', 'ours', 'limit', 'ratio', 'limit server']

/** The rows as text in columns; a ratio of 1.00 is the limit itself. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const unit = row.unit && ` ${row.unit}`
    return [row.name, number(row.ours) + unit, number(row.limit) + unit, ratioOf(row).toFixed(2), row.against]
  })
  const lines = [HEADERS, ...cells]
  const widths = HEADERS.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  return lines.map((line) => line.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  ')).join('\n')
}

function pad(cell: string, width: number, column: number): string {
  const isNumber = column >= 1 && column <= 3
  return isNumber ? cell.padStart(width) : cell.padEnd(width)
}

function number(value: number): string {
  if (Number.isNaN(value)) return '–'
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value.toFixed(value >= 10 ? 1 : 2)
}
