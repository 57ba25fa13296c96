import { useWindowEvent } from '@mantine/hooks'
import type { RefObject } from 'react'

/**
 * Escape closes a drawer only when it was pressed in the drawer itself. A question that lies above it, an open
 * menu or an open list have their own Escape, and the drawer must not close together with them.
 */
export function useEscape(content: RefObject<HTMLElement | null>, onEscape: () => void): void {
  useWindowEvent('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || !content.current) return
    const target = event.target instanceof Element ? event.target : document.body
    if (target.getAttribute('data-mantine-stop-propagation') === 'true') return
    const isLost = target === document.body && document.querySelectorAll('[role="dialog"]').length === 1
    if (isLost || content.current.contains(target)) onEscape()
  })
}
