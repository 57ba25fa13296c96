import { keepSessionsAlive } from '../features/chatting/sessions/session-life.ts'
import { AgentConnection } from './agent-connection.ts'
import type { Peer } from './connection.ts'
import type { Hub } from './hub.ts'
import { VisitorConnection } from './visitor-connection.ts'

/** Keeps the sessions of connected visitors and the presence of connected agents alive. */
export class KeepAlive {
  readonly #hub: Hub
  readonly #everyMs: number
  readonly #peers: () => Iterable<Peer>
  #saidAt = performance.now()
  #isBusy = false

  constructor(hub: Hub, everyMs: number, peers: () => Iterable<Peer>) {
    this.#hub = hub
    this.#everyMs = everyMs
    this.#peers = peers
  }

  /** Called often; does something when it is time. */
  tick(): void {
    const now = performance.now()
    if (this.#isBusy || now - this.#saidAt < this.#everyMs) return
    this.#saidAt = now
    void this.#say()
  }

  async #say(): Promise<void> {
    const { app, handlers } = this.#hub
    this.#isBusy = true
    try {
      const visitors = []
      const agents = []
      for (const peer of this.#peers()) {
        if (peer instanceof VisitorConnection && peer.caller) visitors.push(peer.caller)
        if (peer instanceof AgentConnection && peer.isGreeted) agents.push(peer.connectionId)
      }
      await handlers.presence.touched(app, agents)
      await keepSessionsAlive(app, visitors)
    } catch (error) {
      app.log.error({ err: error }, 'connections could not be kept alive')
    } finally {
      this.#isBusy = false
    }
  }
}
