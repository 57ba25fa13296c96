import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import type { ChatEvent } from '../src/types.ts'
import { agentHello, CHAT, event, summary, visitorChat, visitorHello } from './samples.ts'

type Side = 'visitor' | 'agent'
interface Command {
  readonly id: number
  readonly command: string
  readonly payload: Record<string, unknown>
}
interface Cursor {
  readonly afterSeq: number
}

/** Numbers below 1 that look random and are the same in every run. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * A server with one chat that keeps what it acknowledged and nothing else in order: it cuts connections
 * before it has read a command, or after it has stored it but before it says so, and is too busy at times.
 */
export class UnreliableServer {
  readonly log: ChatEvent[] = []
  readonly #sockets: Record<Side, Set<WebSocket>> = { visitor: new Set(), agent: new Set() }
  readonly #roll: () => number
  readonly #http = createServer()
  readonly #server = new WebSocketServer({ server: this.#http })
  #cuts = 0

  constructor(seed: number) {
    this.#roll = dice(seed)
    this.#server.on('connection', (socket, request) => {
      const side = request.url?.endsWith('agent') ? 'agent' : 'visitor'
      socket.on('message', (data) => this.#receive(socket, side, JSON.parse(String(data)) as Command))
      socket.on('close', () => this.#sockets[side].delete(socket))
    })
  }

  get cuts(): number {
    return this.#cuts
  }

  async start(): Promise<string> {
    this.#http.listen(0, '127.0.0.1')
    await once(this.#http, 'listening')
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate()
    this.#http.close()
    await once(this.#http, 'close')
  }

  #receive(socket: WebSocket, side: Side, command: Command): void {
    if (command.command.endsWith('.hello')) {
      this.#sockets[side].add(socket)
      const { payload } = command
      accept(socket, command, side === 'visitor' ? this.#greetVisitor(payload) : this.#greetAgent(payload))
    } else if (command.command === 'chat.events') {
      accept(socket, command, { events: this.#after(Number(command.payload.afterSeq)) })
    } else this.#send(socket, side, command)
  }

  #send(socket: WebSocket, side: Side, command: Command): void {
    const luck = this.#roll()
    if (luck < 0.05) this.#cut(socket)
    else if (luck < 0.052) socket.send(JSON.stringify({ id: command.id, ok: false, code: 500000, message: 'Busy' }))
    else {
      const { clientMessageId, content } = command.payload
      const { seq, sentTime } = this.#store(side, String(clientMessageId), String(content))
      if (luck < 0.1) this.#cut(socket)
      else accept(socket, command, { seq, sentTime })
    }
  }

  #greetVisitor({ resume }: Record<string, unknown>): unknown {
    const events = this.#after((resume as Cursor | undefined)?.afterSeq ?? 0)
    return visitorHello(visitorChat({ events, lastSeq: this.log.length }))
  }

  #greetAgent({ resume }: Record<string, unknown>): unknown {
    const [cursor] = resume as Cursor[]
    const missed = cursor ? [{ chatId: CHAT, events: this.#after(cursor.afterSeq) }] : []
    return agentHello([summary({ lastSeq: this.log.length })], missed)
  }

  #after(seq: number): ChatEvent[] {
    return this.log.filter((entry) => entry.seq > seq)
  }

  #store(side: Side, clientMessageId: string, content: string): ChatEvent {
    const known = this.log.find((entry) => entry.clientMessageId === clientMessageId)
    if (known) return known
    const entry = { ...event(this.log.length + 1, content, side), clientMessageId }
    this.log.push(entry)
    const frame = JSON.stringify({ event: 'chat.message', payload: { chatId: CHAT, event: entry } })
    for (const socket of [...this.#sockets.visitor, ...this.#sockets.agent]) socket.send(frame)
    return entry
  }

  #cut(socket: WebSocket): void {
    this.#cuts++
    socket.terminate()
  }
}

function accept(socket: WebSocket, { id }: Command, result: unknown): void {
  socket.send(JSON.stringify({ id, ok: true, result }))
}
