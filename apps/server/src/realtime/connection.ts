import { CLOSE_ABUSE, CLOSE_BANNED, CLOSE_TOO_SLOW, CLOSE_UNAUTHORISED } from '@parley/contract'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import { AppError } from '../lib/app-error.ts'
import { newId } from '../lib/ids.ts'
import { eventFrame, HEARTBEAT_FRAME, type Incoming, okFrame, readFrame, refusalFrame } from './frames.ts'
import { Lanes } from './lanes.ts'
import { type Limits, TokenBucket } from './limits.ts'

/** WebSocket's own code for a fault of the server. */
const CLOSE_SERVER_FAULT = 1011

/** What a connection carries: a visitor's or an agent's side of the protocol. */
export interface Peer {
  /** Whether the hello was answered. */
  readonly isGreeted: boolean
  /** Whether the result of a command holds chats or events, so that news have to wait until it is sent. */
  isSnapshot(command: string): boolean
  /** Executes a command and returns its result, or throws. */
  execute(command: string, payload: unknown): Promise<unknown>
  /** Called at every heartbeat. */
  beat(): void
  /** The socket is closed, whatever the reason. */
  closed(): Promise<void>
}

/** What a connection needs to know of its gateway. */
export interface ConnectionOptions {
  readonly limits: Limits
  readonly log: Logger
}

/** One socket: reads commands, runs them in order, answers each, sends events, and drops who misbehaves. */
export class Connection {
  readonly id = newId()
  readonly #openedAt = performance.now()
  readonly #socket: WebSocket
  readonly #options: ConnectionOptions
  readonly #bucket: TokenBucket
  readonly #forgiveness: TokenBucket
  readonly #lanes = new Lanes()
  #peer: Peer | undefined
  #outstanding = 0
  #holds = 0
  #held: (() => void)[] = []
  #isAlive = true
  /** bytes of a large answer that are still on their way and not held against the peer */
  #allowance = 0

  constructor(socket: WebSocket, options: ConnectionOptions) {
    this.#socket = socket
    this.#options = options
    this.#bucket = new TokenBucket(options.limits, this.#openedAt)
    this.#forgiveness = new TokenBucket({ perSecond: 1, burst: options.limits.faults }, this.#openedAt)
  }

  /** Begins to listen on behalf of a peer. */
  start(peer: Peer, onClosed: (left: Promise<void>) => void): void {
    this.#peer = peer
    this.#socket.on('message', (data, isBinary) => this.#receive(readFrame(data as Buffer, isBinary)))
    this.#socket.on('pong', () => {
      this.#isAlive = true
    })
    // ws closes the socket itself after a protocol fault (too large, no UTF-8); unheard, the error would end the process
    this.#socket.on('error', (error) => this.#options.log.debug({ err: error }, 'socket fault'))
    this.#socket.on('close', () => {
      this.#held = []
      onClosed(peer.closed().catch((error) => this.#options.log.error({ err: error }, 'closing a connection failed')))
    })
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  /** Sends an event now or, while a snapshot is made, after it. */
  deliver(send: () => void): void {
    if (this.#holds > 0) this.#held.push(send)
    else send()
  }

  sendEvent(event: string, payload: unknown): void {
    this.sendText(eventFrame(event, payload))
  }

  /** Sends a frame, unless the peer has left too much unread: then it has to come again and resume. */
  sendText(text: string): void {
    if (!this.isOpen) return
    const waiting = this.#socket.bufferedAmount
    const { backlogBytes } = this.#options.limits
    if (waiting <= backlogBytes) this.#allowance = 0
    if (waiting > backlogBytes + this.#allowance) {
      this.close(CLOSE_TOO_SLOW, 'too slow')
      return
    }
    if (text.length > backlogBytes) this.#allowance += Buffer.byteLength(text)
    this.#socket.send(text)
  }

  close(code: number, reason: string): void {
    if (!this.isOpen) return
    this.#socket.close(code, reason)
  }

  /** Gives up on the connection because the server cannot go on with it; the client comes again and resumes. */
  fail(error: unknown): void {
    this.#options.log.error({ err: error }, 'a connection cannot go on')
    this.close(CLOSE_SERVER_FAULT, 'server fault')
  }

  /** Whether the hello should have come by now. */
  isOverdue(now: number): boolean {
    return now - this.#openedAt > this.#options.limits.helloMs
  }

  /** Nobody said hello in time. */
  missedHello(): void {
    this.close(CLOSE_ABUSE, 'no hello')
  }

  /** Cuts the line without a word. */
  terminate(): void {
    this.#socket.terminate()
  }

  /** One heartbeat: whoever did not answer the last one is gone. */
  beat(): void {
    // ws itself gives up on a peer that does not answer the closing
    if (!this.isOpen) return
    if (this.#isAlive) {
      this.#isAlive = false
      this.#socket.ping()
      this.sendText(HEARTBEAT_FRAME)
      this.#peer?.beat()
    } else this.terminate()
  }

  #receive(frame: Incoming): void {
    this.#isAlive = true
    if (!this.isOpen) return
    const refusal = this.#refusalOf(frame)
    if (refusal) this.#fault(frame.kind === 'keepAlive' ? undefined : frame.id, refusal)
    else if (frame.kind === 'command') {
      this.#outstanding++
      this.#lanes.run(laneOf(frame), () => this.#execute(frame))
    }
  }

  /** Why a frame is not even looked at. */
  #refusalOf(frame: Incoming): AppError | undefined {
    if (!this.#bucket.take(performance.now())) {
      return new AppError('too_many_requests', 'Too many frames; send fewer.')
    }
    if (frame.kind === 'broken') return new AppError('invalid_parameter', frame.problem)
    if (frame.kind === 'command' && this.#outstanding >= this.#options.limits.outstanding) {
      return new AppError('too_many_requests', 'Too many commands wait for their answer.')
    }
    return undefined
  }

  async #execute({ id, command, payload }: Extract<Incoming, { kind: 'command' }>): Promise<void> {
    const peer = this.#peer as Peer
    const isSnapshot = peer.isSnapshot(command)
    if (isSnapshot) this.#holds++
    try {
      const result = await peer.execute(command, payload)
      this.sendText(okFrame(id, result))
    } catch (error) {
      this.#refuse(id, command, error)
    } finally {
      this.#outstanding--
      if (isSnapshot) this.#release()
    }
  }

  #refuse(id: number, command: string, error: unknown): void {
    const refusal = error instanceof AppError ? error : new AppError('internal', 'The server failed.')
    if (refusal !== error) this.#options.log.error({ err: error, command }, 'a command failed')
    this.sendText(refusalFrame(id, refusal))
    if (this.#peer?.isGreeted) return
    if (refusal.status === 401 || refusal.error === 'address_refused') this.close(CLOSE_UNAUTHORISED, refusal.error)
    // a hello needs no permission: only a ban refuses it
    if (refusal.error === 'no_permission') this.close(CLOSE_BANNED, 'banned')
  }

  #release(): void {
    if (--this.#holds > 0) return
    const held = this.#held
    this.#held = []
    for (const send of held) this.deliver(send)
  }

  #fault(id: number | undefined, error: AppError): void {
    if (!this.#forgiveness.take(performance.now())) this.close(CLOSE_ABUSE, 'too many faults')
    else if (id !== undefined) this.sendText(refusalFrame(id, error))
  }
}

/** Commands on one chat keep their order; those on different chats need not wait for each other. */
function laneOf({ command, payload }: Extract<Incoming, { kind: 'command' }>): string | undefined {
  // whatever else the payload of another command holds: two hellos must not run side by side
  if (!command.startsWith('chat.')) return undefined
  const chatId = (payload as { chatId?: unknown } | null)?.chatId
  return typeof chatId === 'string' ? chatId.slice(0, 64).toLowerCase() : undefined
}
