import type { KeepFor } from '../../loader/bridge.ts'
import type { LoaderLink } from './loader-link.ts'

/** The visitor to the server: the id, and the secret that proves it. */
export interface VisitorKeys {
  readonly visitorId: string
  readonly visitorToken: string
}

/** Values that outlive the page; the loader keeps them. */
export interface Kept {
  read<T>(key: string): T | null
  write(key: string, value: unknown): void
}

/** What was kept for this tab (the draft, what is not sent yet) or this browser (who the visitor is). */
export function keptFor(keepFor: KeepFor, { init, send }: LoaderLink): Kept {
  const values = new Map(Object.entries(init.kept[keepFor]))
  return {
    read: <T>(key: string) => (values.get(key) ?? null) as T | null,
    write(key, value) {
      values.set(key, value)
      send({ type: 'keep', keepFor, key, value })
    },
  }
}
