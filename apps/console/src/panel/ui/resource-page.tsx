import { Button } from '@mantine/core'
import type { OperationId } from '@parley/contract'
import { type Icon, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Column, DataTable, type Sorting } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Gate, useMay } from './access.tsx'
import { useOpenItem } from './use-open-item.ts'

/** What a list of things of one kind is about. */
export interface ResourceKind<T> {
  /** The things, as a heading and for screen readers: “Bans”. */
  readonly label: string
  /** One of them inside a sentence: “ban”. */
  readonly noun: string
  readonly list: OperationId
  readonly create: OperationId
  readonly columns: readonly Column<T>[]
  readonly searchText: (item: T) => string
  readonly sort?: Sorting
  readonly empty: { readonly icon: Icon; readonly title: string; readonly text: ReactNode }
}

/** The part of a query that a list reads. */
export interface ListQuery<T> {
  readonly data: readonly T[] | undefined
  readonly error: unknown
  readonly isPending: boolean
  readonly refetch: () => unknown
}

interface ResourceListProps<T extends { readonly id: string | number }> {
  readonly kind: ResourceKind<T>
  readonly query: ListQuery<T>
  /** The drawer of an item; undefined makes a new one. */
  readonly drawer: (item: T | undefined, close: () => void) => ReactNode
  readonly filters?: ReactNode
}

/** The button that opens the drawer for a new thing, for those who may make one. */
export function AddButton({ kind }: { readonly kind: { readonly noun: string; readonly create: OperationId } }) {
  const item = useOpenItem()
  if (!useMay(kind.create)) return null
  return (
    <Button leftSection={<IconPlus size={16} />} onClick={() => item.open('new')}>
      Add {kind.noun}
    </Button>
  )
}

/** Things of one kind: search, sorting, an empty state that teaches, and the drawer of the one that is open. */
export function ResourceList<T extends { readonly id: string | number }>(props: ResourceListProps<T>) {
  const { kind, query, drawer, filters } = props
  const item = useOpenItem()
  const opened = query.data?.find(({ id }) => String(id) === item.id)
  return (
    <Gate needs={kind.list}>
      <DataTable
        label={kind.label}
        columns={kind.columns}
        rows={query.data}
        isLoading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ id }) => id}
        searchText={kind.searchText}
        isInAddress
        {...(kind.sort ? { initialSort: kind.sort } : {})}
        onRowClick={({ id }) => item.open(id)}
        selectedKey={opened?.id}
        filters={filters}
        empty={
          <EmptyState icon={kind.empty.icon} title={kind.empty.title} action={<AddButton kind={kind} />}>
            {kind.empty.text}
          </EmptyState>
        }
      />
      {(item.id === 'new' || opened) && <Drawer key={item.id}>{drawer(opened, item.close)}</Drawer>}
    </Gate>
  )
}

/** Gives each item a drawer of its own, so that none begins with another's values. */
function Drawer({ children }: { readonly children: ReactNode }) {
  return children
}

interface ResourcePageProps<T extends { readonly id: string | number }> extends ResourceListProps<T> {
  /** One sentence that says what these things are for. */
  readonly sentence: string
  /** Above the list: that the feature is switched off, for example. */
  readonly note?: ReactNode
}

/** A page about things of one kind. */
export function ResourcePage<T extends { readonly id: string | number }>(props: ResourcePageProps<T>) {
  const { sentence, note, ...list } = props
  return (
    <Page title={props.kind.label} sentence={sentence} action={<AddButton kind={props.kind} />}>
      {note}
      <ResourceList {...list} />
    </Page>
  )
}
