import { randomInt } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { MAX_FRAME_BYTES } from '@parley/contract'
import { type WebSocket, WebSocketServer } from 'ws'
import type { App } from '../context.ts'
import { AgentConnection } from './agent-connection.ts'
import { Connection, type Peer } from './connection.ts'
import { connectionFacts } from './connection-facts.ts'
import { startFanOut } from './fan-out.ts'
import type { Handlers } from './handlers.ts'
import { Heartbeat } from './heartbeat.ts'
import { type Authenticate, type CheckAddress, type Hub, newHub } from './hub.ts'
import { KeepAlive } from './keep-alive.ts'
import { agentLimits, type Limits, visitorLimits } from './limits.ts'
import { refuseUpgrade, type UpgradeRefusal } from './refuse-upgrade.ts'
import { VisitorConnection } from './visitor-connection.ts'

/** How long (ms) peers have to answer the closing before they are cut off. */
const CLOSING_MS = 1_000
/** Clients are asked to come back within this time (ms), spread so that they do not come all at once. */
const RECONNECT_WITHIN_MS = 2_000
/** News of other processes may have been lost: the time (ms) in which more such reports are taken as one. */
const GAP_MS = 1_000
const CLOSE_GOING_AWAY = 1001
/** WebSocket's own code for: come again. */
const CLOSE_COME_AGAIN = 1012

/** What a gateway needs besides the application. */
export interface GatewayOptions {
  /** the HTTP server whose upgrades it takes */
  readonly server: Server
  readonly authenticate: Authenticate
  /** where an agent may come from; anywhere unless given */
  readonly checkAddress?: CheckAddress
  readonly handlers: Handlers
  /** whether a request may come the way it came; others get 403 */
  readonly isAllowed?: (request: IncomingMessage) => boolean
  /** for tests and benches; the defaults are those of the specification */
  readonly limits?: Partial<Limits>
}

/** The realtime side of a process. */
export interface Gateway {
  connectionCount(): number
  /** Tells everybody to come back, closes all connections, and resolves when they are gone. */
  close(): Promise<void>
}

/** Takes WebSocket connections at `/realtime/visitor` and `/realtime/agent`. */
export function startGateway(app: App, options: GatewayOptions): Gateway {
  return new WebSocketGateway(app, options)
}

type Kind = 'visitor' | 'agent'

class WebSocketGateway implements Gateway {
  readonly #app: App
  readonly #options: GatewayOptions
  readonly #hub: Hub
  readonly #limits: { readonly visitor: Limits; readonly agent: Limits }
  readonly #webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: false,
  })
  readonly #peers = new Map<Connection, Peer>()
  readonly #waiting = new Set<Connection>()
  readonly #leaving = new Set<Promise<void>>()
  readonly #heartbeat: Heartbeat
  readonly #keepAlive: KeepAlive
  readonly #stopFanOut: () => void
  readonly #stopGaps: () => void
  #gapTimer: ReturnType<typeof setTimeout> | undefined

  constructor(app: App, options: GatewayOptions) {
    this.#app = app
    this.#options = options
    this.#hub = newHub(app, options)
    this.#limits = {
      visitor: { ...visitorLimits, ...options.limits },
      agent: { ...agentLimits, ...options.limits },
    }
    this.#stopFanOut = startFanOut(app, this.#hub)
    this.#stopGaps = app.bus.onGap?.(() => this.#planSendAway()) ?? (() => undefined)
    this.#keepAlive = new KeepAlive(this.#hub, this.#limits.visitor.keepAliveMs, () => this.#peers.values())
    this.#heartbeat = new Heartbeat(this.#limits.visitor.heartbeatMs, () => {
      this.#dropSilent()
      this.#keepAlive.tick()
    })
    options.server.on('upgrade', this.#upgrade)
  }

  connectionCount(): number {
    return this.#peers.size
  }

  async close(): Promise<void> {
    this.#hub.isClosing = true
    this.#stopFanOut()
    this.#stopGaps()
    clearTimeout(this.#gapTimer)
    this.#heartbeat.stop()
    this.#sendAway(CLOSE_GOING_AWAY, 'the server is closing')
    const cutOff = setTimeout(() => {
      for (const connection of this.#peers.keys()) connection.terminate()
    }, CLOSING_MS)
    while (this.#peers.size > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    clearTimeout(cutOff)
    await Promise.all(this.#leaving)
    // only now: until the last line is cut, whoever knocks hears that the server is closing
    this.#options.server.off('upgrade', this.#upgrade)
  }

  #sendAway(code: number, reason: string): void {
    for (const connection of this.#peers.keys()) {
      connection.sendEvent('server.closing', { reconnectInMs: randomInt(RECONNECT_WITHIN_MS) })
      connection.close(code, reason)
    }
  }

  /** Resuming is the one way to make up for what was lost, so everybody resumes. */
  #planSendAway(): void {
    if (this.#gapTimer) return
    this.#gapTimer = setTimeout(() => {
      this.#gapTimer = undefined
      this.#sendAway(CLOSE_COME_AGAIN, 'events may have been lost')
    }, GAP_MS)
    this.#gapTimer.unref()
  }

  readonly #upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // between here and the handshake a broken line would otherwise be an error nobody handles
    const ignore = () => undefined
    socket.on('error', ignore)
    const kind = kindOf(request.url)
    const refusal = this.#refusalOf(kind, request)
    if (refusal || !kind) {
      refuseUpgrade(socket, refusal ?? 'not_found')
      return
    }
    this.#webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      socket.off('error', ignore)
      this.#open(kind, webSocket, request)
    })
  }

  #refusalOf(kind: Kind | undefined, request: IncomingMessage): UpgradeRefusal | undefined {
    if (!kind) return 'not_found'
    if (this.#options.isAllowed && !this.#options.isAllowed(request)) return 'https_required'
    return this.#hub.isClosing ? 'closing' : undefined
  }

  #open(kind: Kind, webSocket: WebSocket, request: IncomingMessage): void {
    const connection = new Connection(webSocket, {
      limits: this.#limits[kind],
      log: this.#app.log,
    })
    const facts = connectionFacts(request, this.#app.config.trustProxy)
    const peer =
      kind === 'visitor'
        ? new VisitorConnection(connection, this.#hub, facts)
        : new AgentConnection(connection, this.#hub, facts.ip ?? '')
    this.#peers.set(connection, peer)
    this.#waiting.add(connection)
    const stopBeating = this.#heartbeat.add(connection)
    connection.start(peer, (left) => {
      stopBeating()
      this.#peers.delete(connection)
      this.#waiting.delete(connection)
      this.#leaving.add(left)
      void left.finally(() => this.#leaving.delete(left))
    })
  }

  /** Whoever connects has to say who they are. */
  #dropSilent(): void {
    const now = performance.now()
    for (const connection of this.#waiting) {
      if (this.#peers.get(connection)?.isGreeted) this.#waiting.delete(connection)
      else if (connection.isOverdue(now)) connection.missedHello()
    }
  }
}

function kindOf(url: string | undefined): Kind | undefined {
  const path = (url ?? '').split('?')[0]?.toLowerCase().replace(/\/$/, '')
  if (path === '/realtime/visitor') return 'visitor'
  return path === '/realtime/agent' ? 'agent' : undefined
}
