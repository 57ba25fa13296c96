/** What a visitor's status follows from. */
export interface StatusFacts {
  /** the status kept with the session */
  readonly session: string
  /** the latest chat of the session, if there was one */
  readonly chat: { readonly state: string; readonly status: string | null } | null
}

/** The status the API and the monitor show: a running chat first, then whether they are here, then what was last. */
export function visitorStatus({ session, chat }: StatusFacts): string {
  if (chat?.state === 'active') return 'chatting'
  if (chat?.state === 'waiting' || chat?.state === 'offered') return 'waitingForChat'
  if (session !== 'inSite' || !chat) return session
  return chat.status === 'refused' ? 'refusedByOperator' : 'chatEnded'
}
