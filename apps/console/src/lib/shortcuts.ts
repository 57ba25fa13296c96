import { useEffect, useRef } from 'react'

/** A key of the map shown by `?`. */
export interface Shortcut {
  readonly keys: string
  readonly does: string
}

/** All keys, by where they work. The map, the tooltips and the documentation show these. */
export const shortcutMap: readonly { readonly area: string; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    area: 'Everywhere',
    shortcuts: [
      { keys: 'Ctrl K', does: 'Search pages and actions' },
      { keys: 'G C', does: 'Chats' },
      { keys: 'G V', does: 'Visitors' },
      { keys: 'G H', does: 'History' },
      { keys: 'G R', does: 'Reports' },
      { keys: 'G S', does: 'Settings' },
      { keys: '?', does: 'This map' },
    ],
  },
  {
    area: 'While writing',
    shortcuts: [
      { keys: 'Enter', does: 'Send' },
      { keys: 'Shift Enter', does: 'New line' },
      { keys: 'Ctrl .', does: 'Switch between answer and note' },
      { keys: 'Alt ↓', does: 'Next chat' },
      { keys: 'Alt ↑', does: 'Previous chat' },
      { keys: 'Esc', does: 'Leave the field' },
    ],
  },
  {
    area: 'Chats',
    shortcuts: [
      { keys: 'J', does: 'Next chat' },
      { keys: 'K', does: 'Previous chat' },
      { keys: 'A', does: 'Accept the chat that waits longest' },
      { keys: 'R', does: 'Write an answer' },
      { keys: 'N', does: 'Write a note' },
      { keys: 'T', does: 'Transfer the chat' },
      { keys: 'E', does: 'End or close the chat' },
      { keys: 'I', does: 'Show or hide details' },
    ],
  },
]

/** A `g` counts as the start of a sequence for this long. */
const SEQUENCE_MS = 1_200

/** What a key press is called: `j`, `?`, `mod+k`, `arrowdown`. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  const key = event.key.toLowerCase()
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${key}`
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
  )
}

function isBehindDialog(target: EventTarget | null): boolean {
  const dialog = document.querySelector('[role="dialog"]')
  return (
    dialog !== null && !(target instanceof Node && dialog.contains(target) && dialog.hasAttribute('data-shortcuts'))
  )
}

/**
 * Calls a handler per key; `g c` is a sequence. Single keys are left alone while somebody writes or a
 * dialog is open. A handler that answers false lets the key have its usual effect.
 */
export function useShortcuts(handlers: Readonly<Record<string, () => unknown>>): void {
  const latest = useRef(handlers)
  latest.current = handlers
  const first = useRef({ key: '', at: 0 })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const name = keyName(event)
      const isCombination = name.startsWith('mod+') || name.startsWith('alt+')
      if (!isCombination && (isWriting(event.target) || isBehindDialog(event.target))) return
      const isSequel = first.current.key !== '' && event.timeStamp - first.current.at < SEQUENCE_MS
      const sequence = isSequel ? `${first.current.key} ${name}` : ''
      first.current = { key: name, at: event.timeStamp }
      const handler =
        latest.current[sequence] ?? (isSequel && first.current.key === 'g' ? undefined : latest.current[name])
      if (!handler || event.repeat) return
      if (handler() === false) return
      first.current = { key: '', at: 0 }
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
