/** Gathers things of a site for a moment and hands them over together, each once; one hand-over of a site at a time. */
export class PerSite<T> {
  readonly #gatherMs: number
  readonly #handOver: (siteId: number, things: readonly T[]) => Promise<void>
  readonly #onError: (error: unknown) => void
  readonly #gathered = new Map<number, Set<T>>()
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>()

  constructor(
    gatherMs: number,
    handOver: (siteId: number, things: readonly T[]) => Promise<void>,
    onError: (error: unknown) => void,
  ) {
    this.#gatherMs = gatherMs
    this.#handOver = handOver
    this.#onError = onError
  }

  add(siteId: number, thing: T): void {
    const things = this.#gathered.get(siteId)
    if (things) things.add(thing)
    else this.#gathered.set(siteId, new Set([thing]))
    this.#plan(siteId)
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#gathered.clear()
  }

  #plan(siteId: number): void {
    if (this.#timers.has(siteId)) return
    const timer = setTimeout(() => void this.#tell(siteId), this.#gatherMs)
    timer.unref()
    this.#timers.set(siteId, timer)
  }

  async #tell(siteId: number): Promise<void> {
    const things = this.#gathered.get(siteId) ?? []
    this.#gathered.delete(siteId)
    try {
      await this.#handOver(siteId, [...things])
    } catch (error) {
      this.#onError(error)
    }
    this.#timers.delete(siteId)
    if (this.#gathered.has(siteId)) this.#plan(siteId)
  }
}
