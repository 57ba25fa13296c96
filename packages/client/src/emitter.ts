/** A function that is told about events of one kind. */
export type Listener<T> = (payload: T) => void

/** How many early events of one kind are kept for a listener that may still come. */
const EARLY_LIMIT = 10_000

/**
 * Typed events. What happens before the first listener of its kind is there waits for it, in order,
 * so that nothing is lost between connecting and listening. Only momentary events are dropped instead.
 */
export class Emitter<E extends object> {
  readonly #listeners = new Map<keyof E, Set<Listener<never>>>()
  readonly #early = new Map<keyof E, unknown[]>()
  readonly #momentary: ReadonlySet<keyof E>

  constructor(momentary: readonly (keyof E)[] = []) {
    this.#momentary = new Set(momentary)
  }

  /** Adds a listener; the answer removes it again. */
  on<K extends keyof E>(event: K, listener: Listener<E[K]>): () => void {
    const known = this.#listeners.get(event)
    if (known) known.add(listener)
    else {
      this.#listeners.set(event, new Set([listener]))
      if (this.#early.has(event)) queueMicrotask(() => this.#deliverEarly(event))
    }
    return () => this.off(event, listener)
  }

  /** Removes a listener. */
  off<K extends keyof E>(event: K, listener: Listener<E[K]>): void {
    this.#listeners.get(event)?.delete(listener)
  }

  protected emit<K extends keyof E>(event: K, payload: E[K]): void {
    const early = this.#early.get(event)
    if (early) {
      early.push(payload)
      if (early.length > EARLY_LIMIT) early.shift()
    } else if (this.#listeners.has(event)) this.#deliver(event, payload)
    else if (!this.#momentary.has(event)) this.#early.set(event, [payload])
  }

  /** While early events are delivered new ones queue up behind them, so that nothing overtakes. */
  #deliverEarly(event: keyof E): void {
    const early = this.#early.get(event) ?? []
    while (early.length > 0) this.#deliver(event, early.shift())
    this.#early.delete(event)
  }

  #deliver(event: keyof E, payload: unknown): void {
    for (const listener of [...(this.#listeners.get(event) ?? [])]) {
      try {
        ;(listener as Listener<unknown>)(payload)
      } catch (error) {
        // A listener's fault is the application's: it must surface, but not stop the connection.
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }
}
