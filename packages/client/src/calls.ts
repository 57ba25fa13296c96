import { ParleyError } from './errors.ts'
import { COMMAND_LIMIT_MS, MAX_RESENDS, RESEND_MS } from './limits.ts'

/** An acknowledgement as it came. */
export interface Answer {
  readonly ok?: boolean
  readonly result?: unknown
  readonly code?: number
  readonly message?: string
}

/** How a command is treated. */
export interface CallOptions {
  /** Waits for a connection as long as it takes, and is repeated when the server cannot take it just now. */
  readonly isDurable?: boolean
  /** Commands of one lane are sent one after the other, each when the one before is acknowledged. */
  readonly lane?: string | undefined
}

interface Call extends CallOptions {
  readonly id: number
  readonly text: string
  timer: ReturnType<typeof setTimeout> | undefined
  isPut: boolean
  refusals: number
  resolve(result: never): void
  reject(error: ParleyError): void
}

/**
 * The commands that wait for an acknowledgement, in the order in which they were given. Within a lane
 * only the first is on its way: so nothing overtakes a message that has to be sent again.
 */
export class Calls {
  readonly #calls = new Map<number, Call>()
  readonly #lanes = new Map<string, Call[]>()
  readonly #put: (text: string) => boolean

  /** `put` sends a frame if it can, and says whether it did. */
  constructor(put: (text: string) => boolean) {
    this.#put = put
  }

  /** Sends a frame, now or when it is its turn, and waits for its acknowledgement. */
  add<R>(id: number, text: string, { isDurable = false, lane }: CallOptions): Promise<R> {
    return new Promise((resolve, reject) => {
      const timer = isDurable ? undefined : setTimeout(() => this.#giveUp(id), COMMAND_LIMIT_MS)
      const call: Call = { id, text, isDurable, lane, timer, isPut: false, refusals: 0, resolve, reject }
      this.#calls.set(id, call)
      if (lane !== undefined) this.#lanes.set(lane, [...(this.#lanes.get(lane) ?? []), call])
      this.#putInTurn(call)
    })
  }

  /** Takes an acknowledgement. A durable command that the server could not take just now is kept. */
  answer(id: number, answer: Answer): void {
    const call = this.#calls.get(id)
    if (!call) return
    if (!answer.ok && call.isDurable && !isFinal(answer.code ?? 0) && call.refusals < MAX_RESENDS) {
      call.timer = setTimeout(() => this.#putAgain(call), RESEND_MS * 2 ** call.refusals++)
      return
    }
    this.#remove(call)
    if (answer.ok) call.resolve(answer.result as never)
    else call.reject(errorOf(answer))
  }

  /** Begins anew on another connection. */
  putAll(): void {
    for (const call of this.#calls.values()) this.#putAgain(call)
  }

  /** Gives everything up. */
  rejectAll(error: ParleyError): void {
    for (const call of this.#calls.values()) {
      clearTimeout(call.timer)
      call.reject(error)
    }
    this.#calls.clear()
    this.#lanes.clear()
  }

  #putAgain(call: Call): void {
    if (call.isDurable) clearTimeout(call.timer)
    call.isPut = false
    this.#putInTurn(call)
  }

  #putInTurn(call: Call): void {
    const isFirst = call.lane === undefined || this.#lanes.get(call.lane)?.[0] === call
    if (isFirst && !call.isPut) call.isPut = this.#put(call.text)
  }

  #remove(call: Call): void {
    this.#calls.delete(call.id)
    clearTimeout(call.timer)
    if (call.lane === undefined) return
    const waiting = this.#lanes.get(call.lane)?.filter((other) => other !== call) ?? []
    if (waiting[0]) {
      this.#lanes.set(call.lane, waiting)
      this.#putInTurn(waiting[0])
    } else this.#lanes.delete(call.lane)
  }

  #giveUp(id: number): void {
    const call = this.#calls.get(id)
    if (!call) return
    this.#remove(call)
    call.reject(new ParleyError(0, 'The server did not answer in time'))
  }
}

/** Whether trying the same again is useless: not the network's, an overload's or the server's fault. */
export function isFinal(code: number): boolean {
  return code >= 400000 && code < 429000
}

/** The refusal that an acknowledgement carries. */
export function errorOf(answer: Answer): ParleyError {
  return new ParleyError(answer.code ?? 500000, answer.message ?? 'The server failed')
}
