import type { Shape } from '@parley/contract'

type Chat = Shape<'Chat'>

/** Each chat once, the newest first. */
export function newestFirst(chats: readonly Chat[]): Chat[] {
  const byId = new Map(chats.map((chat) => [chat.id, chat]))
  return [...byId.values()].sort((a, b) => (b.requestedTime ?? '').localeCompare(a.requestedTime ?? ''))
}
