import { useState } from 'react'
import { useApiQuery } from '../../../app/api.ts'
import { when } from '../../../lib/time.ts'
import { TranscriptDrawer } from '../../history/transcript-drawer.tsx'
import classes from './details-pane.module.css'

interface PreviousChatsProps {
  readonly visitorId: string
  readonly chatId: string
}

/** Without a range the API lists today only; nothing is older than the product. */
const LONG_AGO = '2020-01-01T00:00:00Z'
const MOST_SHOWN = 10

/** Earlier chats with the same visitor; their transcripts open beside the conversation. */
export function PreviousChats({ visitorId, chatId }: PreviousChatsProps) {
  const [shownId, setShownId] = useState<string | null>(null)
  const query = useApiQuery('chats.list', { query: { visitorId, timeFrom: LONG_AGO, pageSize: MOST_SHOWN + 1 } })
  const chats = (query.data?.chats ?? []).filter((chat) => chat.id !== chatId).slice(0, MOST_SHOWN)
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>Previous chats</h3>
      {query.data && chats.length === 0 && <p className={classes.none}>This is the first one.</p>}
      {query.isError && <p className={classes.none}>They could not be loaded.</p>}
      {chats.map((chat) => (
        <button key={chat.id} type="button" className={classes.chat} onClick={() => setShownId(chat.id)}>
          <span className={classes.chatLine}>
            <span>{when(chat.requestedTime, Date.now())}</span>
          </span>
          <span className={classes.chatText} dir="auto">
            {chat.messages?.find((message) => message.type === 'visitor')?.content ?? chat.requestingPageTitle}
          </span>
        </button>
      ))}
      <TranscriptDrawer chatId={shownId} onClose={() => setShownId(null)} />
    </section>
  )
}
