import { once } from 'node:events'
import type { AckFrame, EventFrame } from '@parley/contract'
import { WebSocket } from 'ws'

type Json = Record<string, unknown>
type Frame = Partial<AckFrame & EventFrame>

interface Expected {
  matches(frame: Frame): boolean
  resolve(frame: Frame): void
  reject(error: Error): void
}

/** A client that knows nothing but the wire: tests see exactly what the server sends. */
export class RawClient {
  readonly socket: WebSocket
  /** Everything the server sent, in order. */
  readonly frames: Frame[] = []
  readonly closed: Promise<{ code: number; reason: string }>
  #nextId = 1
  #expected: Expected[] = []
  #seen = new Set<Frame>()

  constructor(url: string, options: { headers?: Record<string, string> } = {}) {
    this.socket = new WebSocket(url, { perMessageDeflate: false, headers: options.headers })
    this.socket.on('error', () => undefined)
    this.socket.on('message', (data) => this.#receive(JSON.parse(String(data)) as Frame))
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => {
        for (const one of this.#expected) one.reject(new Error(`closed with ${code} ${reason}`))
        resolve({ code, reason: String(reason) })
      })
    })
  }

  static async open(url: string, options: { headers?: Record<string, string> } = {}): Promise<RawClient> {
    const client = new RawClient(url, options)
    await once(client.socket, 'open')
    return client
  }

  /** Sends a command and resolves with its acknowledgement, whatever it says. */
  ask(command: string, payload: unknown = {}): Promise<AckFrame> {
    const id = this.#nextId++
    this.socket.send(JSON.stringify({ id, command, payload }))
    return this.#expect((frame) => frame.id === id) as Promise<AckFrame>
  }

  /** Sends a command that has to succeed and resolves with its result. */
  async call<T = Json>(command: string, payload: unknown = {}): Promise<T> {
    const answer = await this.ask(command, payload)
    if (!answer.ok) throw new Error(`${command}: ${answer.code} ${answer.message}`)
    return answer.result as T
  }

  /** Resolves with the answer to a frame whose id could not be read. */
  unreadable(): Promise<AckFrame> {
    return this.#expect((frame) => frame.id === -1) as Promise<AckFrame>
  }

  /** The payload of the next event of this name that fits; events that came already count, each once. */
  async next<T = Json>(event: string, fits: (payload: T) => boolean = () => true): Promise<T> {
    const matches = (frame: Frame) => frame.event === event && fits(frame.payload as T)
    const known = this.frames.find((frame) => !this.#seen.has(frame) && matches(frame))
    const frame = known ?? (await this.#expect(matches))
    this.#seen.add(frame)
    return frame.payload as T
  }

  /** Payloads of all events of this name so far. */
  all<T = Json>(event: string): T[] {
    return this.frames.filter((frame) => frame.event === event).map((frame) => frame.payload as T)
  }

  async close(): Promise<void> {
    this.socket.close()
    await this.closed
  }

  #receive(frame: Frame): void {
    this.frames.push(frame)
    const index = this.#expected.findIndex((one) => one.matches(frame))
    if (index >= 0) this.#expected.splice(index, 1)[0]?.resolve(frame)
  }

  #expect(matches: Expected['matches']): Promise<Frame> {
    return new Promise((resolve, reject) => this.#expected.push({ matches, resolve, reject }))
  }
}
