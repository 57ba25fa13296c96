import { useLocation } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useUrlQuery } from '../../app/area.tsx'
import { useGoTo } from '../../ui/app-link.tsx'

/** What the address opens beside a list: the id of an item, or `new`. */
export interface OpenItem {
  readonly id: string | undefined
  readonly open: (id: string | number) => void
  readonly close: () => void
}

/** The item that is open in the drawer; it stands in the address, so that back closes it and a link opens it. */
export function useOpenItem(): OpenItem {
  const [query] = useUrlQuery()
  const { searchStr, pathname } = useLocation()
  const goTo = useGoTo()
  const go = useCallback(
    (id: string | undefined) => {
      const next = new URLSearchParams(searchStr)
      if (id === undefined) next.delete('open')
      else next.set('open', id)
      const text = next.toString()
      goTo(text ? `${pathname}?${text}` : pathname)
    },
    [searchStr, pathname, goTo],
  )
  return { id: query.open, open: (id) => go(String(id)), close: () => go(undefined) }
}
