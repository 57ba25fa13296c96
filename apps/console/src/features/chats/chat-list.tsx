import { IconMessageCircle, IconMoodSmile, IconUsers } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import type { ChatLists, Segment } from '../../realtime/chat-lists.ts'
import { useStore } from '../../realtime/store.ts'
import { chatsStore, linkStore } from '../../realtime/stores.ts'
import { EmptyState, SkeletonLines } from '../../ui/states.tsx'
import classes from './chat-list.module.css'
import { ChatRow } from './chat-row.tsx'
import { NoticePrompt } from './notice-prompt.tsx'
import { OfferCard } from './offer-card.tsx'

const labels: Record<Segment, string> = { mine: 'Mine', waiting: 'Waiting', everyone: 'Everyone' }

interface ChatListProps {
  readonly lists: ChatLists
  readonly segment: Segment
  readonly onSegment: (segment: Segment) => void
  readonly openChatId: string | undefined
  readonly onOpen: (chatId: string) => void
  readonly isReady: boolean
}

/** The list at the left: what is asked of me, then the chosen segment. */
export function ChatList({ lists, segment, onSegment, openChatId, onOpen, isReady }: ChatListProps) {
  const isLoaded = useStore(chatsStore, (state) => state.isLoaded)
  const seesSite = useStore(linkStore, (link) => link.seesSite)
  const rows = useRef<HTMLDivElement>(null)
  const offered = new Set(lists.offers.map((chat) => chat.id))
  const chats = lists[segment].filter((chat) => !offered.has(chat.id))
  const segments: readonly Segment[] = seesSite ? ['mine', 'waiting', 'everyone'] : ['mine', 'waiting']
  return (
    <>
      <div className={classes.segments} role="tablist" aria-label="Which chats">
        {segments.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === segment}
            className={classes.segment}
            onClick={() => onSegment(name)}
          >
            {labels[name]}
            <span className={classes.count} data-alert={(name === 'waiting' && lists.waiting.length > 0) || undefined}>
              {countOf(lists, name)}
            </span>
          </button>
        ))}
      </div>
      <div className={classes.rows} ref={rows}>
        {lists.offers.map((chat) => (
          <OfferCard key={chat.id} chat={chat} onOpen={onOpen} isOpen={chat.id === openChatId} />
        ))}
        <NoticePrompt />
        {!isLoaded && <div className={classes.loading}>{isReady ? null : <SkeletonLines count={5} height={36} />}</div>}
        {chats.map((chat) => (
          <ChatRow
            key={chat.id}
            chat={chat}
            isOpen={chat.id === openChatId}
            onOpen={onOpen}
            showsAgent={segment === 'everyone'}
          />
        ))}
        {isLoaded && chats.length === 0 && lists.offers.length === 0 && <Nothing segment={segment} />}
      </div>
    </>
  )
}

/** Ended chats that were not put away yet need no attention. */
function countOf(lists: ChatLists, segment: Segment): number {
  return segment === 'mine' ? lists.mine.filter((chat) => chat.state === 'active').length : lists[segment].length
}

function Nothing({ segment }: { readonly segment: Segment }): ReactNode {
  if (segment === 'waiting') {
    return (
      <EmptyState icon={IconMoodSmile} title="Nobody is waiting" isCompact>
        Visitors who ask for a chat and have no agent yet stand here.
      </EmptyState>
    )
  }
  if (segment === 'everyone') {
    return (
      <EmptyState icon={IconUsers} title="No running chats" isCompact>
        Here are the chats of all agents while they run.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={IconMessageCircle} title="No chats of yours" isCompact>
      Stay Online and new chats come to you. Ended ones are in History.
    </EmptyState>
  )
}
