import { useSyncExternalStore } from 'react'

/** Small choices that belong to this browser. Private windows may refuse to keep them: then they last as long as the page. */
const memory = new Map<string, string>()
const listeners = new Set<() => void>()

/** What was chosen, or undefined. */
export function readPref(name: string): string | undefined {
  const known = memory.get(name)
  if (known !== undefined) return known
  try {
    return localStorage.getItem(`parley.${name}`) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a choice. */
export function writePref(name: string, value: string): void {
  memory.set(name, value)
  try {
    localStorage.setItem(`parley.${name}`, value)
  } catch {
    // Kept in memory only.
  }
  for (const listener of listeners) listener()
}

/** A choice and its setter. */
export function usePref(name: string, initial: string): readonly [string, (value: string) => void] {
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => readPref(name) ?? initial,
  )
  return [value, (next) => writePref(name, next)]
}
