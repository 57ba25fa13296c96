/** How many things are remembered; the longest unchanged is forgotten first. */
const KEPT = 10_000

/** Tells news from what is older than what was told before. */
export class NewestOnly {
  readonly #newest = new Map<string, number>()

  /** Whether `version` of a thing is at least as new as all that were asked about. */
  isNews(thing: string, version: number): boolean {
    const known = this.#newest.get(thing)
    if (known !== undefined && version < known) return false
    this.#newest.delete(thing)
    this.#newest.set(thing, version)
    if (this.#newest.size > KEPT) this.#newest.delete(this.#newest.keys().next().value as string)
    return true
  }
}
