import type { Column, Sorting } from './data-table.tsx'

/** Rows in the order of a column; rows without a value come last, equal rows keep their order. */
export function sortRows<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  sorting: Sorting | undefined,
): readonly T[] {
  const value = columns.find((column) => column.key === sorting?.key)?.sortBy
  if (!value || !sorting) return rows
  const direction = sorting.isDescending ? -1 : 1
  return [...rows].sort((left, right) => {
    const a = value(left)
    const b = value(right)
    const isEmptyA = a === null || a === undefined || a === ''
    const isEmptyB = b === null || b === undefined || b === ''
    if (isEmptyA || isEmptyB) return Number(isEmptyA) - Number(isEmptyB)
    if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction
    return String(a).localeCompare(String(b), undefined, { numeric: true, sensitivity: 'base' }) * direction
  })
}
