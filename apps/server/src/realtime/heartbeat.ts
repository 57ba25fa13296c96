/** Something that has to be looked after regularly. */
export interface Beating {
  /** Called once a period. */
  beat(): void
}

const SLOTS = 20

/**
 * One timer for all connections. They are spread over the slots of a wheel, so that ten thousand are not written to
 * in the same moment.
 */
export class Heartbeat {
  readonly #slots: Set<Beating>[] = Array.from({ length: SLOTS }, () => new Set())
  readonly #timer: ReturnType<typeof setInterval>
  #next = 0
  #turn = 0

  /** `onTick` is called for every slot: twenty times a period. */
  constructor(periodMs: number, onTick: () => void) {
    this.#timer = setInterval(() => {
      this.#turn = (this.#turn + 1) % SLOTS
      for (const one of this.#slots[this.#turn] ?? []) one.beat()
      onTick()
    }, periodMs / SLOTS)
    this.#timer.unref()
  }

  /** Begins to look after it; returns a function that ends that. */
  add(one: Beating): () => void {
    this.#next = (this.#next + 1) % SLOTS
    const slot = this.#slots[this.#next] as Set<Beating>
    slot.add(one)
    return () => void slot.delete(one)
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}
