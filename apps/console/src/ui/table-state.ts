import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useUrlQuery } from '../app/area.tsx'
import type { Sorting } from './data-table.tsx'

/** How long typing rests (ms) before the address, and whoever asks a server by it, follows. */
const SEARCH_REST_MS = 200

/** The words that are searched for, as the field shows them. */
export interface SearchText {
  readonly text: string
  readonly setText: (text: string) => void
}

/** Words of a search that stand in the address as `search`; a new search begins at the first page. */
export function useSearchInAddress(): SearchText {
  const [query, change] = useUrlQuery()
  const inAddress = query.search ?? ''
  const [text, setText] = useState(inAddress)
  const write = useDebouncedCallback((words: string) => change({ search: words, page: undefined }), SEARCH_REST_MS)
  // Going back, or a link, changes the words without anybody typing.
  useEffect(() => setText(inAddress), [inAddress])
  return {
    text,
    setText: (words) => {
      setText(words)
      write(words)
    },
  }
}

/** How a table is ordered, in the address as `sort`: `name`, or `-name` for the other way round. */
function useSortingInAddress(initial: Sorting | undefined): readonly [Sorting | undefined, (next: Sorting) => void] {
  const [query, change] = useUrlQuery()
  const set = (next: Sorting) => {
    const isInitial = next.key === initial?.key && next.isDescending === initial.isDescending
    change({ sort: isInitial ? undefined : `${next.isDescending ? '-' : ''}${next.key}` })
  }
  return [query.sort ? readSorting(query.sort) : initial, set]
}

function readSorting(text: string): Sorting {
  const isDescending = text.startsWith('-')
  return { key: isDescending ? text.slice(1) : text, isDescending }
}

/** What a table is searched and ordered by. */
export interface TableState extends SearchText {
  readonly sorting: Sorting | undefined
  readonly setSorting: (sorting: Sorting) => void
}

/** Keeps a table's search and order: in the address when it is the page's only table, otherwise while it is shown. */
export function useTableState(initial: Sorting | undefined, isInAddress: boolean): TableState {
  const shared = useSearchInAddress()
  const [sharedSorting, setSharedSorting] = useSortingInAddress(initial)
  const [text, setText] = useState('')
  const [sorting, setSorting] = useState(initial)
  return isInAddress
    ? { ...shared, sorting: sharedSorting, setSorting: setSharedSorting }
    : { text, setText, sorting, setSorting }
}
