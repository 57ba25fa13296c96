import { useEffect } from 'react'

/** The mark with a dot at its corner, as the tab's icon. */
const markWithDot = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none"><path fill="#0f766e" d="M10.500 3h7A7.500 7.500 0 0 1 25 10.500v1a7.500 7.500 0 0 1-7.500 7.500H11l-5.200 4.200A.5.5 0 0 1 5 22.800V17a7.500 7.500 0 0 1-2-5.500v-1A7.500 7.500 0 0 1 10.500 3Z"/><path stroke="#0f766e" stroke-width="2.500" stroke-linejoin="round" fill="#fff" d="M17.500 13.250h5a6.250 6.250 0 0 1 6.250 6.250v.5c0 1.700-.6 3.100-1.500 4.200v4.400l-3.700-2.350H17.500A6.250 6.250 0 0 1 11.250 20v-.5a6.250 6.250 0 0 1 6.250-6.250Z"/><circle cx="25" cy="7" r="6.500" fill="#d64545" stroke="#fff" stroke-width="1.500"/></svg>`

/** Shows the number of unread messages in the title and a dot on the tab's icon. */
export function useUnreadTitle(page: string, unread: number): void {
  useEffect(() => {
    const name = page ? `${page} · Parley` : 'Parley'
    document.title = unread > 0 ? `(${unread}) ${name}` : name
  }, [page, unread])

  const hasUnread = unread > 0
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    if (!link || !hasUnread) return
    const plain = link.href
    link.href = `data:image/svg+xml,${encodeURIComponent(markWithDot)}`
    return () => {
      link.href = plain
    }
  }, [hasUnread])
}
