import { IconMessages, IconPlugConnected } from '@tabler/icons-react'
import { useApiQuery, useWorkplace } from '../../app/api.ts'
import type { ChatLists } from '../../realtime/chat-lists.ts'
import { AppLink } from '../../ui/app-link.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { EmptyState, useDelayed } from '../../ui/states.tsx'

interface NothingOpenProps {
  readonly lists: ChatLists
  readonly isReady: boolean
}

/** What stands in the middle while no chat is open: the next step. */
export function NothingOpen({ lists, isReady }: NothingOpenProps) {
  const { data: workplace } = useWorkplace()
  const installation = useApiQuery('parley.installation', undefined, { staleMs: Number.POSITIVE_INFINITY })
  const isSlow = useDelayed(!isReady, 600)
  if (!isReady) return isSlow ? <EmptyState icon={IconPlugConnected} title="Connecting…" /> : null
  const waiting = lists.waiting.length
  if (waiting > 0 || lists.mine.length > 0) {
    return (
      <EmptyState icon={IconMessages} title={waiting > 0 ? `${waiting} waiting` : 'Choose a chat'}>
        <Kbd keys="J" /> and <Kbd keys="K" /> go through the list, <Kbd keys="A" /> accepts the chat that waits longest.
      </EmptyState>
    )
  }
  const demoUrl = installation.data?.demoUrl
  return (
    <EmptyState
      icon={IconMessages}
      title="All quiet"
      action={
        demoUrl && !workplace?.hasChats ? (
          <a href={demoUrl} target="_blank" rel="noreferrer" style={{ color: 'var(--p-accent)' }}>
            Open the demo shop and ask something
          </a>
        ) : undefined
      }
    >
      {workplace && !workplace.hasVisitors ? (
        <>
          No visitor has been seen yet.{' '}
          <AppLink href="/panel" style={{ color: 'var(--p-accent)' }}>
            Put the widget on your site
          </AppLink>{' '}
          and chats arrive here.
        </>
      ) : (
        'New chats appear in the list, with a sound. You can leave this page open.'
      )}
    </EmptyState>
  )
}
