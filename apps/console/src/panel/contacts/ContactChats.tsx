import type { Shape } from '@parley/contract'
import { IconMessages } from '@tabler/icons-react'
import { useState } from 'react'
import { chatOutcomes } from '../../features/history/transcript.ts'
import { TranscriptDrawer } from '../../features/history/transcript-drawer.tsx'
import { dateTime, when } from '../../lib/time.ts'
import { EmptyState, Loaded } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-dot.tsx'
import classes from './contacts.module.css'
import { useContactChats } from './use-contact-chats.ts'

type Chat = Shape<'Chat'>

/** The chats of a contact, from whichever of their addresses; each opens its transcript. */
export function ContactChats({ contact }: { readonly contact: Shape<'Contact'> }) {
  const chats = useContactChats(contact)
  const [shownId, setShownId] = useState<string | null>(null)
  return (
    <>
      <Loaded query={chats}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState icon={IconMessages} title="No chats yet" isCompact>
              Chats appear here once {contact.name} writes from one of the addresses of this contact.
            </EmptyState>
          ) : (
            <ul className={classes.chats} aria-label={`Chats of ${contact.name}`}>
              {list.map((chat) => (
                <li key={chat.id}>
                  <button type="button" className={classes.chat} onClick={() => setShownId(chat.id)}>
                    <span className={classes.chatText} dir="auto">
                      {firstWords(chat)}
                    </span>
                    <span className={classes.chatFacts}>
                      <span title={dateTime(chat.requestedTime)}>{when(chat.requestedTime, Date.now())}</span>
                      <Outcome chat={chat} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <TranscriptDrawer chatId={shownId} onClose={() => setShownId(null)} />
    </>
  )
}

function firstWords(chat: Chat): string {
  const said = chat.messages?.find(({ type }) => type === 'visitor')?.content
  return said ?? chat.requestingPageTitle ?? 'Nothing was written'
}

function Outcome({ chat }: { readonly chat: Chat }) {
  const outcome = chat.status && chatOutcomes[chat.status]
  if (!outcome) return <StatusTag tone="blue">Running</StatusTag>
  return <StatusTag tone={outcome.tone}>{outcome.label}</StatusTag>
}
