import type { ChatEventShape } from '@parley/contract'
import { eventFrame } from './frames.ts'

const written = new WeakMap<ChatEventShape, string>()

/** The frame of a chat's event; written once for all who receive the same event. */
export function messageFrame(chatId: string, event: ChatEventShape): string {
  const known = written.get(event)
  if (known !== undefined) return known
  const frame = eventFrame('chat.message', { chatId, event })
  written.set(event, frame)
  return frame
}
