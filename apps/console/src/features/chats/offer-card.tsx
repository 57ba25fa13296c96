import { Button } from '@mantine/core'
import type { ChatSummaryShape } from '@parley/contract'
import { useState } from 'react'
import { useCan } from '../../app/api.ts'
import { secondsSince, timer } from '../../lib/time.ts'
import { pagePath } from '../../lib/urls.ts'
import { useNow } from '../../lib/use-now.ts'
import { acceptChat, refuseChat } from '../../realtime/actions.ts'
import { visitorName, waitTone } from '../../realtime/chat-lists.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import classes from './offer-card.module.css'

interface OfferCardProps {
  readonly chat: ChatSummaryShape
  readonly isOpen: boolean
  readonly onOpen: (chatId: string) => void
}

/** A chat that is offered to this agent: accept it, or leave it to others. */
export function OfferCard({ chat, isOpen, onOpen }: OfferCardProps) {
  const [isBusy, setBusy] = useState(false)
  const mayRefuse = useCan('Refuse Chats')
  const seconds = secondsSince(chat.requestedTime, useNow())
  const accept = async () => {
    setBusy(true)
    if (await acceptChat(chat.id)) onOpen(chat.id)
    setBusy(false)
  }
  return (
    <div className={classes.card} data-open={isOpen || undefined}>
      <button type="button" className={classes.who} onClick={() => onOpen(chat.id)}>
        <Avatar name={chat.visitorName} size={36} />
        <span className={classes.words}>
          <span className={classes.name} dir="auto">
            {visitorName(chat)}
          </span>
          <span className={classes.page}>{chat.lastMessage ?? chat.pageTitle ?? pagePath(chat.pageUrl)}</span>
        </span>
        <span className={classes.wait} data-tone={waitTone(seconds)}>
          {timer(seconds)}
        </span>
      </button>
      <div className={classes.actions}>
        <Button flex={1} onClick={accept} loading={isBusy} rightSection={<Kbd keys="A" />}>
          Accept
        </Button>
        {mayRefuse && (
          <Button variant="default" onClick={() => refuseChat(chat.id)} disabled={isBusy}>
            Refuse
          </Button>
        )}
      </div>
    </div>
  )
}
