import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

const END_OF_HEAD = Buffer.from('\r\n\r\n')

/** A request that is sent over and over. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A server and what it is asked. */
export interface Asked {
  readonly url: string
  readonly request: LoadRequest
}

/** How hard and how long each server is asked. */
export interface LoadPlan {
  readonly connections: number
  readonly seconds: number
}

/** The servers take turns so often, so that whatever else the machine does meanwhile hits both. */
const ROUNDS = 4
const WARM_UP_MS = 250

/** Requests per second that two servers answer when every connection always has one under way. */
export async function compareRates(
  ours: Asked,
  limit: Asked,
  plan: LoadPlan,
): Promise<{ ours: number; limit: number }> {
  const rates = { ours: 0, limit: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    rates.ours += (await requestsPerSecond(ours, plan)) / ROUNDS
    rates.limit += (await requestsPerSecond(limit, plan)) / ROUNDS
  }
  return rates
}

async function requestsPerSecond({ url, request }: Asked, { connections, seconds }: LoadPlan): Promise<number> {
  const lines = lineUp(url, request, connections)
  try {
    await delay(WARM_UP_MS)
    const [before, start] = [total(lines), performance.now()]
    await delay((seconds / ROUNDS) * 1000)
    const rate = ((total(lines) - before) / (performance.now() - start)) * 1000
    const fault = lines.find((line) => line.fault)?.fault
    if (fault) throw new Error(`${request.method} ${request.path}: ${fault}`)
    return rate
  } finally {
    for (const line of lines) line.end()
  }
}

function lineUp(url: string, request: LoadRequest, connections: number): Line[] {
  const { hostname, port, host } = new URL(url)
  const { method, path, headers = {}, body = '' } = request
  const length = body ? { 'content-length': String(Buffer.byteLength(body)) } : {}
  const head = Object.entries({ host, ...headers, ...length }).map(([name, value]) => `${name}: ${value}\r\n`)
  const bytes = Buffer.from(`${method} ${path} HTTP/1.1\r\n${head.join('')}\r\n${body}`)
  return Array.from({ length: connections }, () => new Line(connect(Number(port), hostname), bytes))
}

function total(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.answered, 0)
}

/** One kept-alive connection. An HTTP library would take the larger part of a core from the server under test. */
class Line {
  answered = 0
  fault: string | undefined
  readonly #socket: Socket
  readonly #request: Buffer
  #received: Buffer = Buffer.alloc(0)
  #expected: number | undefined

  constructor(socket: Socket, request: Buffer) {
    this.#socket = socket
    this.#request = request
    socket.setNoDelay(true)
    socket.on('connect', () => socket.write(request))
    socket.on('data', (data) => this.#receive(data as Buffer))
    socket.on('error', (error) => this.#fail(error.message))
  }

  end(): void {
    this.#socket.destroy()
  }

  #receive(data: Buffer): void {
    this.#received = this.#received.length === 0 ? data : Buffer.concat([this.#received, data])
    this.#expected ??= this.#readHead()
    if (this.#expected === undefined || this.#received.length < this.#expected) return
    this.#received = Buffer.alloc(0)
    this.#expected = undefined
    this.answered++
    this.#socket.write(this.#request)
  }

  /** The length of the whole answer, once its head is there. */
  #readHead(): number | undefined {
    const end = this.#received.indexOf(END_OF_HEAD)
    if (end < 0) return undefined
    const head = this.#received.toString('latin1', 0, end)
    const length = /^content-length: (\d+)/im.exec(head)?.[1]
    if (!/^HTTP\/1\.1 2/.test(head) || length === undefined) {
      this.#fail(
        `unexpected answer: ${head.split('\r\n')[0]} ${this.#received.toString('utf8', end, end + 200).trim()}`,
      )
      return undefined
    }
    return end + END_OF_HEAD.length + Number(length)
  }

  #fail(fault: string): void {
    this.fault = fault
    this.#socket.destroy()
  }
}
