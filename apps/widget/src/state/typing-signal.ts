const REPEAT_MS = 3000
const PAUSE_MS = 4000

/** Tells the other side that the visitor types: not for every key, and no longer when they pause. */
export interface TypingSignal {
  touch(): void
  stop(): void
}

/** Makes the signal. */
export function createTypingSignal(tell: (isTyping: boolean) => void): TypingSignal {
  let toldAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  function stop(): void {
    clearTimeout(timer)
    if (toldAt) tell(false)
    toldAt = 0
  }
  return {
    stop,
    touch() {
      clearTimeout(timer)
      timer = setTimeout(stop, PAUSE_MS)
      if (Date.now() - toldAt < REPEAT_MS) return
      toldAt = Date.now()
      tell(true)
    },
  }
}
