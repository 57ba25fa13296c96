import { ActionIcon, Button, Tooltip } from '@mantine/core'
import type { ChatSummaryShape } from '@parley/contract'
import { IconArrowLeft, IconArrowsExchange, IconLayoutSidebarRight, IconPhoneOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useCan } from '../../app/api.ts'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { duration, secondsSince, timer } from '../../lib/time.ts'
import { pagePath, safeHref } from '../../lib/urls.ts'
import { useNow } from '../../lib/use-now.ts'
import { closeChat, endChat } from '../../realtime/actions.ts'
import { visitorName } from '../../realtime/chat-lists.ts'
import { isMine } from '../../realtime/chats-state.ts'
import { useStore } from '../../realtime/store.ts'
import { linkStore } from '../../realtime/stores.ts'
import { useGoTo } from '../../ui/app-link.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { useConfirm } from '../../ui/confirm.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import classes from './conversation-header.module.css'
import { TransferModal } from './transfer-modal.tsx'

interface ConversationHeaderProps {
  readonly chat: ChatSummaryShape
  readonly onBack: () => void
  readonly onDetails: () => void
  readonly areDetailsShown: boolean
}

/** Who it is, where they are, how long it has taken; transfer and end. */
export function ConversationHeader({ chat, onBack, onDetails, areDetailsShown }: ConversationHeaderProps) {
  const me = useStore(linkStore, (link) => link.agentId)
  const mayTransfer = useCan('Transfer Chats')
  const goTo = useGoTo()
  const [isTransferOpen, setTransferOpen] = useState(false)
  const [confirm, confirmModal] = useConfirm()
  const name = visitorName(chat)
  const isActive = chat.state === 'active' && isMine(chat, me)
  const href = safeHref(chat.pageUrl)

  const close = () => {
    closeChat(chat.id)
    goTo('/console/chats')
  }
  const end = () => {
    if (chat.state === 'ended') return close()
    if (!isActive) return false
    confirm({
      title: `End the chat with ${name}?`,
      consequence: `${name} sees that the chat is over and is asked for a rating. The transcript is kept in History.`,
      confirmLabel: 'End chat',
      onConfirm: () => endChat(chat.id),
    })
    return true
  }
  useShortcuts({
    e: end,
    t: () => (isActive && mayTransfer ? setTransferOpen(true) : false),
  })
  return (
    <header className={classes.header}>
      <ActionIcon className={classes.back} onClick={onBack} aria-label="Back to the list">
        <IconArrowLeft size={20} />
      </ActionIcon>
      <Avatar name={chat.visitorName} size={32} />
      <div className={classes.who}>
        <h2 className={classes.name} dir="auto">
          {name}
        </h2>
        <div className={classes.page}>
          {href ? (
            <a href={href} target="_blank" rel="noopener noreferrer nofollow" title={chat.pageUrl ?? ''}>
              {chat.pageTitle || pagePath(chat.pageUrl)}
            </a>
          ) : (
            (chat.pageTitle ?? chat.visitorEmail)
          )}
        </div>
      </div>
      <ChatTimer chat={chat} />
      {isActive && mayTransfer && (
        <Tooltip
          label={
            <>
              Transfer <Kbd keys="T" />
            </>
          }
        >
          <ActionIcon onClick={() => setTransferOpen(true)} aria-label="Transfer the chat">
            <IconArrowsExchange size={19} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip
        label={
          <>
            {areDetailsShown ? 'Hide details' : 'Show details'} <Kbd keys="I" />
          </>
        }
      >
        <ActionIcon onClick={onDetails} aria-label="Details">
          <IconLayoutSidebarRight size={19} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      {isActive && (
        <Tooltip
          label={
            <>
              End the chat <Kbd keys="E" />
            </>
          }
        >
          <Button
            variant="default"
            className={classes.end}
            leftSection={<IconPhoneOff size={16} />}
            onClick={end}
            aria-label="End the chat"
          >
            <span className={classes.endWord}>End</span>
          </Button>
        </Tooltip>
      )}
      {chat.state === 'ended' && (
        <Button variant="default" onClick={close} rightSection={<Kbd keys="E" />}>
          Close
        </Button>
      )}
      <TransferModal chat={chat} isOpen={isTransferOpen} onClose={() => setTransferOpen(false)} />
      {confirmModal}
    </header>
  )
}

/** How long the chat runs, has waited, or took. */
function ChatTimer({ chat }: { readonly chat: ChatSummaryShape }) {
  const now = useNow()
  const start = chat.answeredTime ?? chat.requestedTime
  if (chat.state === 'ended') {
    const seconds = chat.endedTime ? secondsSince(start, Date.parse(chat.endedTime)) : 0
    return <span className={classes.timer}>{duration(seconds)}</span>
  }
  const word = chat.state === 'active' ? 'Chat time' : 'Waiting'
  return (
    <span className={classes.timer} title={word} role="timer" aria-label={word}>
      {timer(secondsSince(start, now))}
    </span>
  )
}
