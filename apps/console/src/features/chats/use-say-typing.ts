import { useCallback, useEffect, useMemo, useRef } from 'react'
import { sayTyping } from '../../realtime/actions.ts'

/** “Typing” is repeated this often, and ends this long after the last key. */
const REPEAT_MS = 3_000
const IDLE_MS = 4_000

/** Tells the visitor while the agent types, and when that stops. */
export function useSayTyping(chatId: string): { keep: (hasText: boolean) => void; stop: () => void } {
  const saidAt = useRef(0)
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined)

  const stop = useCallback(() => {
    clearTimeout(idle.current)
    if (saidAt.current === 0) return
    saidAt.current = 0
    sayTyping(chatId, false)
  }, [chatId])

  const keep = useCallback(
    (hasText: boolean) => {
      if (!hasText) return stop()
      const now = Date.now()
      if (now - saidAt.current > REPEAT_MS) {
        saidAt.current = now
        sayTyping(chatId, true)
      }
      clearTimeout(idle.current)
      idle.current = setTimeout(stop, IDLE_MS)
    },
    [chatId, stop],
  )
  useEffect(() => stop, [stop])
  return useMemo(() => ({ keep, stop }), [keep, stop])
}
