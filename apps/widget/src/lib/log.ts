const NEAR_END_PX = 80

/** Keeps new messages in view, unless the visitor is reading further up. Given to the log as its ref. */
export function stayAtEnd(log: HTMLElement | null): void {
  if (!log) return
  let isAtEnd = true
  const follow = () => {
    if (isAtEnd) log.scrollTop = log.scrollHeight
  }
  log.addEventListener('scroll', () => {
    isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX
  })
  // Both end with the element
  new ResizeObserver(follow).observe(log)
  new MutationObserver(follow).observe(log, { childList: true, subtree: true, characterData: true })
}

/** One tab stop for the whole log: the arrow keys go from bubble to bubble, and so show when each was sent. */
export function walkBubbles(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
  if (!step) return
  const bubbles = [...event.currentTarget.querySelectorAll<HTMLElement>('.bubble[tabindex]')]
  const at = bubbles.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? bubbles.at(-1) : bubbles[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
