import type { DomainEvent } from './domain-events.ts'

export type Listener = (event: DomainEvent) => void

/** Carries events to whoever listens: in this process, or in all processes of the installation. */
export interface EventBus {
  publish(event: DomainEvent): void
  /** Returns a function that ends the listening. */
  subscribe(listener: Listener): () => void
  /** Calls back after a time in which events of other processes may have been lost. A bus that loses none has none. */
  onGap?(listener: () => void): () => void
  close(): Promise<void>
}

/** The bus of an installation with one process. */
export function localBus(onError: (error: unknown) => void): EventBus {
  const listeners = new Set<Listener>()
  return {
    publish(event) {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch (error) {
          onError(error)
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async close() {
      listeners.clear()
    },
  }
}
