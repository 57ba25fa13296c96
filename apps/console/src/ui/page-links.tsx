import { Button, Group, Pagination } from '@mantine/core'
import { IconFiles } from '@tabler/icons-react'
import { useUrlQuery } from '../app/area.tsx'
import { EmptyState } from './states.tsx'

interface PageLinksProps {
  /** How many there are on all pages. */
  readonly count: number
  readonly perPage: number
}

/** The page of a list that the address names, the first unless it does. */
export function usePageIndex(): number {
  const [query] = useUrlQuery()
  return Math.max(1, Math.floor(Number(query.page)) || 1)
}

/** Which part of a list is shown, and the ways to its other pages; the page stands in the address. */
export function PageLinks({ count, perPage }: PageLinksProps) {
  const [, change] = useUrlQuery()
  const pageIndex = usePageIndex()
  const pages = Math.max(1, Math.ceil(count / perPage))
  const first = (pageIndex - 1) * perPage + 1
  return (
    <Group justify="space-between" gap="sm" flex={1}>
      <span className="p-tabular">
        {first}–{Math.min(count, first + perPage - 1)} of {count}
      </span>
      {pages > 1 && (
        <Pagination
          size="sm"
          total={pages}
          value={pageIndex}
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          getItemProps={(page) => ({ 'aria-label': `Page ${page}` })}
          onChange={(page) => change({ page: page === 1 ? undefined : String(page) })}
        />
      )}
    </Group>
  )
}

/** What a page says that lies beyond the last one: a link may be older than a deletion. */
export function NothingOnPage() {
  const [, change] = useUrlQuery()
  const toFirst = (
    <Button variant="default" onClick={() => change({ page: undefined })}>
      To the first page
    </Button>
  )
  return <EmptyState icon={IconFiles} title="Nothing on this page" action={toFirst} isCompact />
}
