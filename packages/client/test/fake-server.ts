import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** A command that a client has sent. */
export interface Command {
  readonly id: number
  readonly command: string
  readonly payload: Record<string, unknown>
}

/** One connection of a client: its commands are read one by one and answered by the test. */
export class Peer {
  readonly path: string
  readonly #socket: WebSocket
  readonly #commands: Command[] = []
  readonly #readers: ((command: Command) => void)[] = []
  readonly closed: Promise<unknown>

  constructor(socket: WebSocket, path: string) {
    this.#socket = socket
    this.path = path
    this.closed = once(socket, 'close')
    socket.on('message', (data) => {
      const command = JSON.parse(String(data)) as Command
      const reader = this.#readers.shift()
      if (reader) reader(command)
      else this.#commands.push(command)
    })
  }

  /** The next command, whatever it is. */
  next(): Promise<Command> {
    const waiting = this.#commands.shift()
    return waiting ? Promise.resolve(waiting) : new Promise((resolve) => this.#readers.push(resolve))
  }

  /** The next command, which must be this one; answered at once when a result is given. */
  async expect(command: string, result?: unknown): Promise<Command> {
    const got = await this.next()
    if (got.command !== command) throw new Error(`${got.command} came instead of ${command}`)
    if (result !== undefined) this.accept(got, result)
    return got
  }

  accept(command: Command, result: unknown): void {
    this.#send({ id: command.id, ok: true, result })
  }

  refuse(command: Command, code: number, message = 'Refused'): void {
    this.#send({ id: command.id, ok: false, code, message })
  }

  event(event: string, payload: unknown): void {
    this.#send({ event, payload })
  }

  close(code: number): void {
    this.#socket.close(code)
  }

  /** Cuts the connection without a word. */
  cut(): void {
    this.#socket.terminate()
  }

  #send(frame: unknown): void {
    this.#socket.send(JSON.stringify(frame))
  }
}

/** A server whose every answer is written by the test. */
export interface FakeServer {
  readonly url: string
  /** The next connection. */
  connection(): Promise<Peer>
  close(): Promise<void>
}

/** Listens on a free port. */
export async function startFakeServer(): Promise<FakeServer> {
  const http = createServer()
  const server = new WebSocketServer({ server: http })
  const peers: Peer[] = []
  const readers: ((peer: Peer) => void)[] = []
  server.on('connection', (socket, request) => {
    const peer = new Peer(socket, request.url ?? '')
    const reader = readers.shift()
    if (reader) reader(peer)
    else peers.push(peer)
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    connection: () => {
      const peer = peers.shift()
      return peer ? Promise.resolve(peer) : new Promise((resolve) => readers.push(resolve))
    },
    close: async () => {
      for (const client of server.clients) client.terminate()
      server.close()
      http.close()
      await once(http, 'close')
    },
  }
}
