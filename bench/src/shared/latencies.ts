/** Durations (ms) of many events of one kind. */
export class Latencies {
  readonly #samples: number[] = []

  add(durationMs: number): void {
    this.#samples.push(durationMs)
  }

  get count(): number {
    return this.#samples.length
  }

  /** The duration that so many per cent stay below; NaN without samples. */
  percentile(percent: number): number {
    const sorted = this.#samples.toSorted((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] ?? Number.NaN
  }
}
