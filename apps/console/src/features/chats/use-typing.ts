import { useNow } from '../../lib/use-now.ts'
import { TYPING_LASTS_MS } from '../../realtime/chats-state.ts'
import { useStore } from '../../realtime/store.ts'
import { chatsStore } from '../../realtime/stores.ts'

/** Who types in a chat now, or undefined. */
export function useTyping(chatId: string): string | undefined {
  const typing = useStore(chatsStore, (state) => state.typing.get(chatId))
  const now = useNow()
  return typing && now - typing.since < TYPING_LASTS_MS ? typing.name : undefined
}
