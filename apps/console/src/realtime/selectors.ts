import { type ChatLists, chatLists } from './chat-lists.ts'
import type { ChatsState } from './chats-state.ts'
import { sameItems, useStore } from './store.ts'
import { chatsStore, linkStore, threadsStore } from './stores.ts'
import { unreadCount } from './threads-state.ts'

let cached: { state: ChatsState; agentId: number; lists: ChatLists } | null = null

/** The lists are computed once per state, however many components read them. */
function listsOf(state: ChatsState): ChatLists {
  const { agentId } = linkStore.get()
  if (cached?.state !== state || cached.agentId !== agentId) {
    cached = { state, agentId, lists: chatLists(state, agentId) }
  }
  return cached.lists
}

/** The chats by segment. */
export function useChatLists(): ChatLists {
  return useStore(chatsStore, listsOf)
}

/** Unread messages of my chats and offers to me: what the badge and the title count. */
export function useUnreadTotal(): number {
  const mine = useStore(chatsStore, mineIds, sameItems)
  const offers = useStore(chatsStore, offerCount)
  const unread = useStore(threadsStore, (state) => mine.reduce((sum, id) => sum + unreadCount(state, id), 0))
  return unread + offers
}

const mineIds = (state: ChatsState) => listsOf(state).mine.map((chat) => chat.id)
const offerCount = (state: ChatsState) => listsOf(state).offers.length
