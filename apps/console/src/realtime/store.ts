import { useCallback, useRef, useSyncExternalStore } from 'react'

/** State outside of React that components read through selectors. */
export interface Store<S> {
  get(): S
  /** Replaces the state; answering the same object changes nothing. */
  update(change: (state: S) => S): void
  subscribe(listener: () => void): () => void
}

/** Makes a store. */
export function createStore<S>(initial: S): Store<S> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    update(change) {
      const next = change(state)
      if (Object.is(next, state)) return
      state = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Reads part of a store. With `isSame` a new but equal part does not render again. */
export function useStore<S, T>(
  store: Store<S>,
  select: (state: S) => T,
  isSame: (a: T, b: T) => boolean = Object.is,
): T {
  const last = useRef<{ readonly value: T } | null>(null)
  const read = useCallback(() => {
    const value = select(store.get())
    if (last.current && isSame(last.current.value, value)) return last.current.value
    last.current = { value }
    return value
  }, [store, select, isSame])
  return useSyncExternalStore(store.subscribe, read)
}

/** Whether two lists hold the same things in the same order. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => Object.is(item, b[index]))
}
