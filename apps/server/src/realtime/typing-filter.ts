import { TYPING_REPEAT_MS } from './limits.ts'

interface Typing {
  readonly chatId: string
  readonly isTyping: boolean
}

/** Keeps repeats of the same sign of typing from the other side. */
export class TypingFilter {
  #last: (Typing & { at: number }) | undefined

  /** Whether a sign of typing says something new. */
  passes({ chatId, isTyping }: Typing, now = performance.now()): boolean {
    const last = this.#last
    const isRepeat = last?.chatId === chatId && last.isTyping === isTyping && now - last.at < TYPING_REPEAT_MS
    if (isRepeat) return false
    this.#last = { chatId, isTyping, at: now }
    return true
  }
}
