import { ParleyError } from './errors.ts'
import { COMMAND_LIMIT_MS, RESEND_MS } from './limits.ts'

/** An acknowledgement as it came. */
export interface Answer {
  readonly ok?: boolean
  readonly result?: unknown
  readonly code?: number
  readonly message?: string
}

interface Call {
  readonly text: string
  readonly isDurable: boolean
  readonly timer: ReturnType<typeof setTimeout> | undefined
  isPut: boolean
  resolve(result: never): void
  reject(error: ParleyError): void
}

/** The commands that wait for an acknowledgement, in the order in which they were given. */
export class Calls {
  readonly #calls = new Map<number, Call>()
  readonly #put: (text: string) => boolean
  #resendTimer: ReturnType<typeof setTimeout> | undefined

  /** `put` sends a frame if it can, and says whether it did. */
  constructor(put: (text: string) => boolean) {
    this.#put = put
  }

  /** Sends a frame, now or when there is a connection, and waits for its acknowledgement. */
  add<R>(id: number, text: string, isDurable: boolean): Promise<R> {
    return new Promise((resolve, reject) => {
      const timer = isDurable ? undefined : setTimeout(() => this.#giveUp(id), COMMAND_LIMIT_MS)
      this.#calls.set(id, { text, isDurable, timer, isPut: this.#put(text), resolve, reject })
    })
  }

  /** Takes an acknowledgement. A durable command that the server could not take just now is kept. */
  answer(id: number, answer: Answer): void {
    const call = this.#calls.get(id)
    if (!call) return
    if (!answer.ok && call.isDurable && !isFinal(answer.code ?? 0)) {
      call.isPut = false
      this.#resendTimer ??= setTimeout(() => this.#resend(), RESEND_MS)
      return
    }
    this.#calls.delete(id)
    clearTimeout(call.timer)
    if (answer.ok) call.resolve(answer.result as never)
    else call.reject(errorOf(answer))
  }

  /** Sends everything again that was not acknowledged, in order. */
  putAll(): void {
    for (const call of this.#calls.values()) call.isPut = this.#put(call.text)
  }

  /** Gives everything up. */
  rejectAll(error: ParleyError): void {
    clearTimeout(this.#resendTimer)
    for (const call of this.#calls.values()) {
      clearTimeout(call.timer)
      call.reject(error)
    }
    this.#calls.clear()
  }

  #resend(): void {
    this.#resendTimer = undefined
    for (const call of this.#calls.values()) if (!call.isPut) call.isPut = this.#put(call.text)
  }

  #giveUp(id: number): void {
    this.#calls.get(id)?.reject(new ParleyError(0, 'The server did not answer in time'))
    this.#calls.delete(id)
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
