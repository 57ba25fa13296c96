import type { KeepFor, KeptValues } from './bridge.ts'

/**
 * Keeps the app's values on the customer's own origin: browsers deny an iframe of another site its storage, or forget
 * it soon. Where even this origin has none (sandboxed pages), values last as long as the page.
 */
export interface Keeper {
  read(keepFor: KeepFor): KeptValues
  write(keepFor: KeepFor, key: string, value: unknown): void
}

/** Makes the keeper of a site. */
export function createKeeper(siteId: number): Keeper {
  const name = `parley:${siteId}`
  const memory: Record<KeepFor, KeptValues> = { tab: {}, browser: {} }
  // A function, because merely naming `localStorage` can throw
  const storage = (keepFor: KeepFor) => (keepFor === 'tab' ? sessionStorage : localStorage)

  function read(keepFor: KeepFor): KeptValues {
    try {
      return JSON.parse(storage(keepFor).getItem(name) ?? '{}') as KeptValues
    } catch {
      return memory[keepFor]
    }
  }

  return {
    read,
    write(keepFor, key, value) {
      // Read anew each time: another tab may have written since
      const values = { ...read(keepFor), [key]: value }
      memory[keepFor] = values
      try {
        storage(keepFor).setItem(name, JSON.stringify(values))
      } catch {
        // Full or forbidden: memory has it
      }
    },
  }
}
