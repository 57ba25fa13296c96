import { useSyncExternalStore } from 'react'

const TICK_MS = 1_000

/** One clock for every counter on the page; it runs while somebody looks at it. */
const listeners = new Set<() => void>()
let now = Date.now()
let ticking: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  now = Date.now()
  ticking ??= setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

/** The current time (ms), new every second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
