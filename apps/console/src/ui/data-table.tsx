import { Skeleton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo } from 'react'
import classes from './data-table.module.css'
import { sortRows } from './data-table-rows.ts'
import { SearchField } from './search-field.tsx'
import { EmptyState, PageError, useDelayed } from './states.tsx'
import { useTableState } from './table-state.ts'

/** A column of a table. */
export interface Column<T> {
  readonly key: string
  readonly header: string
  readonly render: (row: T) => ReactNode
  /** Makes the column sortable by this value. */
  readonly sortBy?: (row: T) => string | number | null | undefined
  readonly width?: number | string
  readonly align?: 'left' | 'right'
  /** Not shown on screens narrower than this. */
  readonly hideBelow?: 'sm' | 'md' | 'lg'
}

/** Which column orders the rows. */
export interface Sorting {
  readonly key: string
  readonly isDescending: boolean
}

interface DataTableProps<T> {
  /** What the rows are, for screen readers: “Agents”. */
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[] | undefined
  readonly rowKey: (row: T) => string | number
  readonly onRowClick?: (row: T) => void
  readonly isLoading?: boolean
  readonly error?: unknown
  readonly onRetry?: () => void
  /** Shown when there is nothing at all. */
  readonly empty: ReactNode
  /** The text a row is searched by; leaving it out leaves out the search field. */
  readonly searchText?: (row: T) => string
  readonly searchPlaceholder?: string
  /** Between the search field and the right edge: filters. */
  readonly filters?: ReactNode
  readonly initialSort?: Sorting
  /** Search and order stand in the address: for the only table of a page. */
  readonly isInAddress?: boolean
  /** Below the rows: page links, a sum. */
  readonly footer?: ReactNode
  readonly selectedKey?: string | number | undefined
}

/** A list of things as a table: search, sorting, skeleton, empty state, error with retry. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, rows, rowKey, searchText, error, onRetry, empty, filters, footer } = props
  const { text, setText, sorting, setSorting } = useTableState(props.initialSort, props.isInAddress === true)
  const isSkeletonShown = useDelayed(props.isLoading === true && rows === undefined)

  const shown = useMemo(() => {
    const words = text.trim().toLowerCase().split(/\s+/u).filter(Boolean)
    const found =
      searchText && words.length
        ? (rows ?? []).filter((row) => words.every((word) => searchText(row).toLowerCase().includes(word)))
        : (rows ?? [])
    return sortRows(found, columns, sorting)
  }, [rows, text, sorting, columns, searchText])

  // Where there is nothing, there is nothing to search and no column to name.
  const isEmpty = rows?.length === 0
  const hasToolbar = Boolean((searchText && !isEmpty) || filters)
  return (
    <div className={classes.wrap}>
      {hasToolbar && (
        <div className={classes.toolbar}>
          {searchText && !isEmpty && (
            <SearchField
              label={props.searchPlaceholder ?? `Search ${label.toLowerCase()}`}
              text={text}
              setText={setText}
            />
          )}
          {filters}
        </div>
      )}
      <div className={classes.card}>
        {error !== undefined && error !== null && rows === undefined ? (
          <PageError error={error} onRetry={onRetry} />
        ) : (
          <div className={classes.scroller}>
            <table
              className={classes.table}
              aria-label={label}
              aria-busy={props.isLoading}
              data-fits={takesTheRest(columns) || undefined}
            >
              <thead hidden={isEmpty}>
                <tr>
                  {columns.map((column) => (
                    <HeaderCell key={column.key} column={column} sorting={sorting} onSort={setSorting} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows === undefined && isSkeletonShown && <SkeletonRows columns={columns} />}
                {shown.map((row) => (
                  <BodyRow key={rowKey(row)} row={row} {...props} isSelected={rowKey(row) === props.selectedKey} />
                ))}
              </tbody>
            </table>
            {isEmpty && empty}
            {rows !== undefined && !isEmpty && shown.length === 0 && (
              <EmptyState icon={IconSearch} title="Nothing matches" isCompact>
                No row contains “{text.trim()}”.
              </EmptyState>
            )}
          </div>
        )}
        {footer && rows !== undefined && !isEmpty && <div className={classes.footer}>{footer}</div>}
      </div>
    </div>
  )
}

/** Whether on a phone one column takes what the others leave: only then can the table always fit. */
function takesTheRest(columns: readonly Column<never>[]): boolean {
  return columns.filter(({ hideBelow, width }) => !hideBelow && width === undefined).length === 1
}

interface HeaderCellProps<T> {
  readonly column: Column<T>
  readonly sorting: Sorting | undefined
  readonly onSort: (sorting: Sorting) => void
}

function HeaderCell<T>({ column, sorting, onSort }: HeaderCellProps<T>) {
  const isSorted = sorting?.key === column.key
  const Arrow = isSorted && sorting.isDescending ? IconArrowDown : IconArrowUp
  const order = isSorted ? (sorting.isDescending ? 'descending' : 'ascending') : 'none'
  return (
    <th
      scope="col"
      style={{ width: column.width }}
      data-align={column.align}
      data-hide={column.hideBelow}
      aria-sort={column.sortBy ? order : undefined}
    >
      {column.sortBy ? (
        <button
          type="button"
          className={classes.sort}
          onClick={() => onSort({ key: column.key, isDescending: isSorted && !sorting.isDescending })}
        >
          {column.header}
          <Arrow size={14} className={classes.arrow} data-on={isSorted || undefined} />
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}

interface BodyRowProps<T> {
  readonly row: T
  readonly columns: readonly Column<T>[]
  readonly onRowClick?: (row: T) => void
  readonly isSelected: boolean
}

function BodyRow<T>({ row, columns, onRowClick, isSelected }: BodyRowProps<T>) {
  const activation = onRowClick && {
    tabIndex: 0,
    onClick: (event: MouseEvent) => {
      // Buttons, links and inputs inside a row keep their own meaning.
      if (!(event.target as Element).closest('button, a, input, label, [role="menu"]')) onRowClick(row)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) onRowClick(row)
    },
  }
  return (
    <tr
      className={classes.row}
      data-clickable={Boolean(onRowClick)}
      data-selected={isSelected || undefined}
      {...activation}
    >
      {columns.map((column) => (
        <td key={column.key} data-align={column.align} data-hide={column.hideBelow}>
          {column.render(row)}
        </td>
      ))}
    </tr>
  )
}

function SkeletonRows<T>({ columns }: { readonly columns: readonly Column<T>[] }) {
  return [0, 1, 2, 3, 4, 5].map((line) => (
    <tr key={line} className={classes.row}>
      {columns.map((column, index) => (
        <td key={column.key} data-hide={column.hideBelow}>
          <Skeleton height={12} width={`${50 + ((line * 13 + index * 29) % 40)}%`} />
        </td>
      ))}
    </tr>
  ))
}
