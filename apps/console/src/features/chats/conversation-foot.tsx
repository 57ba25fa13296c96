import { Button } from '@mantine/core'
import type { ChatSummaryShape } from '@parley/contract'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useCan } from '../../app/api.ts'
import { acceptChat, refuseChat } from '../../realtime/actions.ts'
import { visitorName } from '../../realtime/chat-lists.ts'
import { isMine, isOfferedTo } from '../../realtime/chats-state.ts'
import { useStore } from '../../realtime/store.ts'
import { linkStore } from '../../realtime/stores.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Composer } from './composer.tsx'
import classes from './conversation-foot.module.css'
import { WrapUpForm } from './wrap-up-form.tsx'

/** Below the timeline: where one answers, accepts, or sees why one cannot. */
export function ConversationFoot({ chat }: { readonly chat: ChatSummaryShape }) {
  const me = useStore(linkStore, (link) => link.agentId)
  if (chat.state === 'active' && isMine(chat, me)) {
    return <Composer key={chat.id} chatId={chat.id} visitorName={visitorName(chat)} />
  }
  if (chat.state === 'active') {
    return (
      <div className={classes.bar}>
        <IconLock size={16} />
        {chat.agentName ?? 'Another agent'} is in this chat. You can read along.
      </div>
    )
  }
  if (chat.state === 'ended') return <WrapUpForm chat={chat} />
  return <WaitingBar chat={chat} isOfferedToMe={isOfferedTo(chat, me)} />
}

interface WaitingBarProps {
  readonly chat: ChatSummaryShape
  readonly isOfferedToMe: boolean
}

function WaitingBar({ chat, isOfferedToMe }: WaitingBarProps) {
  const [isBusy, setBusy] = useState(false)
  const mayAccept = useCan('Accept Chats')
  const mayRefuse = useCan('Refuse Chats')
  const accept = async () => {
    setBusy(true)
    await acceptChat(chat.id)
    setBusy(false)
  }
  return (
    <div className={classes.bar} data-waiting="true">
      <span className={classes.words}>
        {visitorName(chat)} is waiting for an agent.
        {!mayAccept && ' It takes the permission “Accept Chats” to answer.'}
      </span>
      {isOfferedToMe && mayRefuse && (
        <Button variant="default" onClick={() => refuseChat(chat.id)} disabled={isBusy}>
          Refuse
        </Button>
      )}
      {mayAccept && (
        <Button onClick={accept} loading={isBusy} rightSection={<Kbd keys="A" />}>
          Accept
        </Button>
      )}
    </div>
  )
}
