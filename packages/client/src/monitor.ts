import type { VisitorSummary } from './types.ts'

/** What an agent who watches visitors hears. */
export interface MonitorEvents {
  /** A visitor came or changed. */
  visitor: { readonly visitor: VisitorSummary }
  /** A visitor left the site. */
  visitorLeft: { readonly visitorId: string }
  /** A visitor entered a customer segment of which this agent is told; heard without watching, too. */
  segmentEntered: { readonly visitor: VisitorSummary; readonly segment: VisitorSummary['segments'][number] }
}

/** The visitors on the site, kept up by changes. */
export class Monitor {
  readonly #emit: <K extends keyof MonitorEvents>(event: K, payload: MonitorEvents[K]) => void
  readonly #present = new Map<string, VisitorSummary>()

  constructor(emit: <K extends keyof MonitorEvents>(event: K, payload: MonitorEvents[K]) => void) {
    this.#emit = emit
  }

  all(): VisitorSummary[] {
    return [...this.#present.values()]
  }

  learn(visitor: VisitorSummary): void {
    this.#present.set(visitor.id, visitor)
    this.#emit('visitor', { visitor })
  }

  entered(entered: MonitorEvents['segmentEntered']): void {
    this.#emit('segmentEntered', entered)
  }

  left(visitorId: string): void {
    if (this.#present.delete(visitorId)) this.#emit('visitorLeft', { visitorId })
  }

  /** Takes the whole list anew and tells the difference. */
  replace(visitors: readonly VisitorSummary[]): void {
    const ids = new Set(visitors.map((visitor) => visitor.id))
    for (const id of [...this.#present.keys()]) if (!ids.has(id)) this.left(id)
    for (const visitor of visitors) this.learn(visitor)
  }
}
