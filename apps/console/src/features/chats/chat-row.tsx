import { CloseButton } from '@mantine/core'
import type { ChatSummaryShape } from '@parley/contract'
import { memo } from 'react'
import { age, secondsSince, timer } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'
import { closeChat } from '../../realtime/actions.ts'
import { visitorName, waitingSince, waitTone } from '../../realtime/chat-lists.ts'
import { useStore } from '../../realtime/store.ts'
import { linkStore, threadsStore } from '../../realtime/stores.ts'
import { unreadCount } from '../../realtime/threads-state.ts'
import { Avatar } from '../../ui/avatar.tsx'
import classes from './chat-row.module.css'
import { useTyping } from './use-typing.ts'

interface ChatRowProps {
  readonly chat: ChatSummaryShape
  readonly isOpen: boolean
  readonly onOpen: (chatId: string) => void
  /** Names the agent: in a list of everybody's chats. */
  readonly showsAgent: boolean
}

/** One chat in the list. Drawn anew only when it changes. */
export const ChatRow = memo(function ChatRow({ chat, isOpen, onOpen, showsAgent }: ChatRowProps) {
  const unread = useStore(threadsStore, (state) => unreadCount(state, chat.id))
  const me = useStore(linkStore, (link) => link.agentId)
  const typing = useTyping(chat.id)
  const name = visitorName(chat)
  const isEnded = chat.state === 'ended'
  const isMineOrOpen = chat.agentIds.includes(me)
  return (
    <div className={classes.wrap} data-open={isOpen || undefined} data-ended={isEnded || undefined}>
      <button
        type="button"
        className={classes.row}
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => onOpen(chat.id)}
      >
        <Avatar name={chat.visitorName} size={36} />
        <span className={classes.body}>
          <span className={classes.line}>
            <span className={classes.name} data-unread={(isMineOrOpen && unread > 0) || undefined} dir="auto">
              {name}
            </span>
            {isEnded ? <span className={classes.time}>Ended</span> : <RowTime chat={chat} />}
          </span>
          <span className={classes.line}>
            {typing ? (
              <span className={classes.typing}>typing…</span>
            ) : (
              <span className={classes.last} data-unread={(isMineOrOpen && unread > 0) || undefined} dir="auto">
                {lastLine(chat, me)}
              </span>
            )}
            {isMineOrOpen && unread > 0 && (
              <span className={classes.badge}>
                {unread}
                <span className="p-hidden"> unread</span>
              </span>
            )}
          </span>
          {showsAgent && <span className={classes.agent}>{chat.agentName ?? 'Nobody yet'}</span>}
        </span>
      </button>
      {isEnded && (
        <CloseButton
          className={classes.close}
          size="sm"
          aria-label={`Close the chat with ${name}`}
          onClick={() => closeChat(chat.id)}
        />
      )}
    </div>
  )
})

function lastLine(chat: ChatSummaryShape, me: number): string {
  const text = chat.lastMessage?.split('\n')[0]
  if (!text) return chat.pageTitle ?? 'No messages yet'
  if (chat.lastMessageBy !== 'agent') return text
  return `${chat.agentId === me ? 'You' : (chat.agentName ?? 'Agent')}: ${text}`
}

/** How long somebody waits for us, or when something was said last. */
function RowTime({ chat }: { readonly chat: ChatSummaryShape }) {
  const now = useNow()
  const since = waitingSince(chat)
  if (since) {
    const seconds = secondsSince(since, now)
    return (
      <span className={classes.time} data-tone={waitTone(seconds)} title="Waiting for an answer">
        {timer(seconds)}
      </span>
    )
  }
  return (
    <span className={classes.time}>{age(chat.lastMessageTime ?? chat.answeredTime ?? chat.requestedTime, now)}</span>
  )
}
