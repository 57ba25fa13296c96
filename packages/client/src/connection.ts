import { type Answer, type CallOptions, Calls, errorOf, isFinal } from './calls.ts'
import { ParleyError } from './errors.ts'
import {
  CLOSE_BANNED,
  CLOSE_UNAUTHORISED,
  COMMAND_LIMIT_MS,
  CONNECT_LIMIT_MS,
  FIRST_RETRY_MS,
  LAST_RETRY_MS,
  MAX_FRAME_BYTES,
  SILENCE_LIMIT_MS,
} from './limits.ts'
import { type Transport, type TransportFactory, webSocketTransport } from './transport.ts'
import type { Given } from './types.ts'

/** `connecting` → `open` → `lost` → `connecting` …; `closed` is for good. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'closed'

/** Why a connection is closed for good. */
export type ClosedBecause = 'asked' | 'unauthorised' | 'banned' | 'refused' | 'unreachable'

/** What goes over a channel: commands by name, their results, and events. */
export interface Channel {
  commands: object
  results: object
  events: object
}

/** Settings of the connection that most callers never need. */
export interface ConnectionTuning {
  /** Something else than WebSocket to carry the frames. */
  transport?: TransportFactory | undefined
  /** Silence (ms) after which a connection counts as dead. */
  silenceLimitMs?: number | undefined
  /** Wait (ms) before the first try to reconnect; it doubles with every failure, up to 10 s. */
  firstRetryMs?: number | undefined
  /** How long (ms) the first connection may take before connecting fails; Infinity for no limit. */
  connectTimeoutMs?: number | undefined
}

/** What the two clients plug into their connection. */
export interface ConnectionPlan<T extends Channel> {
  url: string
  path: string
  helloCommand: keyof T['commands'] & string
  /** The payload of the hello, made anew for every connection: it carries the cursors. */
  hello(): unknown
  /** The hello was answered: applied before any event and before waiting commands are sent. */
  greeted(result: unknown): void
  on: { [E in keyof T['events']]: (payload: T['events'][E]) => void }
  changed(state: ConnectionState): void
  /** Whether other credentials can be had than those that were just refused. */
  mayRetryCredentials?(): boolean
}

interface Frame extends Answer {
  readonly id?: number
  readonly event?: string
  readonly payload?: unknown
}

const HELLO_ID = 0

/**
 * One lasting conversation with the server over as many transports as it takes. Commands wait for a
 * connection, and those without acknowledgement are sent again, in order, on the next one.
 */
export class Connection<T extends Channel> {
  state: ConnectionState = 'connecting'
  closedBecause: ClosedBecause | null = null
  readonly #plan: ConnectionPlan<T>
  readonly #tuning: ConnectionTuning
  readonly #calls = new Calls((text) => this.#put(text))
  #transport: Transport | null = null
  #nextId = HELLO_ID + 1
  #failures = 0
  #heardAt = 0
  #heldEvents: Frame[] = []
  #announcedWaitMs = 0
  #retryTimer: ReturnType<typeof setTimeout> | undefined
  #startTimer: ReturnType<typeof setTimeout> | undefined
  #watchdog: ReturnType<typeof setInterval> | undefined
  #started: { resolve(): void; reject(error: ParleyError): void } | undefined

  constructor(plan: ConnectionPlan<T>, tuning: ConnectionTuning) {
    this.#plan = plan
    this.#tuning = tuning
  }

  /** Connects; resolves when the server has answered the first hello. */
  start(): Promise<void> {
    const { connectTimeoutMs = COMMAND_LIMIT_MS, silenceLimitMs = SILENCE_LIMIT_MS } = this.#tuning
    this.#watchdog = setInterval(
      () => this.#checkSilence(silenceLimitMs),
      Math.min(silenceLimitMs, CONNECT_LIMIT_MS) / 3,
    )
    if (Number.isFinite(connectTimeoutMs)) {
      const late = new ParleyError(0, 'The server could not be reached')
      this.#startTimer = setTimeout(() => this.#finish('unreachable', late), connectTimeoutMs)
    }
    if (typeof addEventListener === 'function') addEventListener('online', this.#retryNow)
    return new Promise((resolve, reject) => {
      this.#started = { resolve, reject }
      void this.#open()
    })
  }

  /**
   * Sends a command and resolves with its result. It waits while there is no connection and is sent
   * again on the next one; a durable one does so without time limit and however busy the server is.
   */
  call<C extends keyof T['commands'] & keyof T['results'] & string>(
    command: C,
    payload: Given<T['commands'][C]>,
    options: CallOptions = {},
  ): Promise<T['results'][C]> {
    if (this.state === 'closed') return Promise.reject(closedError())
    const id = this.#nextId++
    const text = JSON.stringify({ id, command, payload })
    if (new TextEncoder().encode(text).length > MAX_FRAME_BYTES) {
      return Promise.reject(new ParleyError(413000, 'The message is too large'))
    }
    return this.#calls.add(id, text, options)
  }

  /** Sends a command that only matters now: without connection it is dropped. */
  tell<C extends keyof T['commands'] & string>(command: C, payload: Given<T['commands'][C]>): void {
    this.#put(JSON.stringify({ id: this.#nextId++, command, payload }))
  }

  /** Ends the connection for good; what waits for an acknowledgement is rejected. */
  close(): void {
    this.#finish('asked', closedError())
  }

  #put(text: string): boolean {
    if (this.state !== 'open') return false
    this.#transport?.send(text)
    return true
  }

  async #open(): Promise<void> {
    this.#change('connecting')
    this.#heldEvents = []
    let hello: unknown
    try {
      hello = await this.#plan.hello()
    } catch (error) {
      return this.#refused(
        error instanceof ParleyError ? error : new ParleyError(0, 'No credentials', { cause: error }),
      )
    }
    if (this.state !== 'connecting') return
    this.#heardAt = Date.now()
    const address = this.#plan.url.replace(/^http/, 'ws').replace(/\/+$/, '') + this.#plan.path
    const transport = (this.#tuning.transport ?? webSocketTransport)(address, {
      opened: () => {
        const frame = { id: HELLO_ID, command: this.#plan.helloCommand, payload: hello }
        if (transport === this.#transport) transport.send(JSON.stringify(frame))
      },
      received: (text) => {
        if (transport === this.#transport) this.#receive(text)
      },
      closed: (code) => {
        if (transport === this.#transport) this.#dropped(code)
      },
    })
    this.#transport = transport
  }

  #receive(text: string): void {
    this.#heardAt = Date.now()
    const frame = JSON.parse(text) as Frame
    if (frame.event !== undefined) {
      // Until the hello is answered nobody knows what was missed, and no event may overtake that.
      if (this.state === 'open') this.#dispatch(frame)
      else this.#heldEvents.push(frame)
    } else if (frame.id === HELLO_ID) {
      if (frame.ok) this.#greeted(frame.result)
      else this.#refused(errorOf(frame))
    } else if (frame.id !== undefined) this.#calls.answer(frame.id, frame)
  }

  #greeted(result: unknown): void {
    this.#failures = 0
    clearTimeout(this.#startTimer)
    this.#plan.greeted(result)
    this.state = 'open'
    for (const held of this.#heldEvents.splice(0)) this.#dispatch(held)
    this.#calls.putAll()
    this.#started?.resolve()
    this.#plan.changed('open')
  }

  #refused(error: ParleyError): void {
    const isDenied = error.status === 401
    if (!isFinal(error.code) || (isDenied && this.#plan.mayRetryCredentials?.())) this.#lose()
    else this.#finish(isDenied ? 'unauthorised' : refusalOf(error), error)
  }

  #dispatch({ event = '', payload }: Frame): void {
    if (event === 'server.closing') this.#announcedWaitMs = (payload as { reconnectInMs: number }).reconnectInMs
    const handlers = this.#plan.on as Record<string, ((payload: never) => void) | undefined>
    handlers[event]?.(payload as never)
  }

  #dropped(code: number): void {
    if (code === CLOSE_UNAUTHORISED) this.#refused(new ParleyError(401002, 'The credentials are no longer good'))
    else if (code === CLOSE_BANNED) this.#finish('banned', new ParleyError(403000, 'The visitor is banned'))
    else this.#lose()
  }

  #lose(): void {
    this.#hangUp()
    this.#change('lost')
    const wait = Math.min(LAST_RETRY_MS, (this.#tuning.firstRetryMs ?? FIRST_RETRY_MS) * 2 ** this.#failures++)
    // Thousands of clients lose the same server at the same moment; they must not come back at one.
    const spread = Math.max(wait, this.#announcedWaitMs) * (0.5 + Math.random() / 2)
    this.#announcedWaitMs = 0
    this.#retryTimer = setTimeout(this.#retryNow, spread)
  }

  readonly #retryNow = (): void => {
    clearTimeout(this.#retryTimer)
    if (this.state === 'lost') void this.#open()
  }

  #checkSilence(limit: number): void {
    const limitNow = this.state === 'open' ? limit : CONNECT_LIMIT_MS
    if (this.#transport && Date.now() - this.#heardAt > limitNow) this.#lose()
  }

  #finish(because: ClosedBecause, error: ParleyError): void {
    if (this.state === 'closed') return
    this.closedBecause = because
    clearInterval(this.#watchdog)
    clearTimeout(this.#retryTimer)
    clearTimeout(this.#startTimer)
    if (typeof removeEventListener === 'function') removeEventListener('online', this.#retryNow)
    this.#hangUp()
    this.#change('closed')
    this.#calls.rejectAll(error)
    this.#started?.reject(error)
  }

  /** Forgets the transport before closing it, so that nothing it still says counts. */
  #hangUp(): void {
    const transport = this.#transport
    this.#transport = null
    transport?.close()
  }

  #change(state: ConnectionState): void {
    this.state = state
    this.#plan.changed(state)
  }
}

function closedError(): ParleyError {
  return new ParleyError(0, 'The connection is closed')
}

/** A hello needs no permission, so that only a ban refuses it in this way. */
function refusalOf({ code }: ParleyError): ClosedBecause {
  return code === 403000 ? 'banned' : 'refused'
}
