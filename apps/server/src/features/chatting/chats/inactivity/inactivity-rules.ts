/** The visitor is warned so long before the chat ends. */
export const WARNING_MS = 60_000
/** Whoever was warned late still has this long to answer. */
const LEAST_NOTICE_MS = 45_000

/** A chat in which it is the visitor's turn. */
export interface SilentChat {
  /** when somebody last said something, or when the chat was answered */
  readonly silentSince: Date
  /** how long the visitor may be silent */
  readonly minutes: number
  /** when the visitor was warned during this silence */
  readonly warnedTime: Date | null
}

/** What is due: a warning a minute before the time is up, the end when it is up and the visitor was warned. */
export function dueFor({ silentSince, minutes, warnedTime }: SilentChat, now: Date): 'warning' | 'end' | undefined {
  const silent = now.getTime() - silentSince.getTime()
  if (!warnedTime) return silent >= minutes * 60_000 - WARNING_MS ? 'warning' : undefined
  return silent >= minutes * 60_000 && now.getTime() - warnedTime.getTime() >= LEAST_NOTICE_MS ? 'end' : undefined
}
