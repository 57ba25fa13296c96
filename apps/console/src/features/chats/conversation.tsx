import { Button } from '@mantine/core'
import { IconArrowDown, IconMessageOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { loadThread, markSeen, refreshThread } from '../../realtime/actions.ts'
import { visitorName } from '../../realtime/chat-lists.ts'
import { isMine } from '../../realtime/chats-state.ts'
import { useStore } from '../../realtime/store.ts'
import { chatsStore, linkStore, threadsStore } from '../../realtime/stores.ts'
import { lastSeqOf, noThread } from '../../realtime/threads-state.ts'
import { timeline } from '../../realtime/timeline.ts'
import { AppLink } from '../../ui/app-link.tsx'
import { EmptyState, PageError, SkeletonLines } from '../../ui/states.tsx'
import classes from './conversation.module.css'
import { ConversationFoot } from './conversation-foot.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import { TimelineView } from './timeline-view.tsx'
import { useStickToEnd } from './use-stick-to-end.ts'
import { useTyping } from './use-typing.ts'

/** How often a colleague's open chat is read again (ms). */
const READ_ALONG_MS = 2_500

interface ConversationProps {
  readonly chatId: string
  readonly onBack: () => void
  readonly onDetails: () => void
  readonly areDetailsShown: boolean
}

/** The open chat: header, timeline, and the place to answer. */
export function Conversation({ chatId, onBack, onDetails, areDetailsShown }: ConversationProps) {
  const chat = useStore(chatsStore, (state) => state.byId.get(chatId))
  const areChatsLoaded = useStore(chatsStore, (state) => state.isLoaded)
  const me = useStore(linkStore, (link) => link.agentId)
  const myName = useStore(linkStore, (link) => link.displayName)
  const thread = useStore(threadsStore, (state) => state.byChat.get(chatId)) ?? noThread
  const typing = useTyping(chatId)

  const loading = useQuery({
    queryKey: ['thread', chatId],
    queryFn: () => loadThread(chatId).then(() => true),
    enabled: me !== 0 && !thread.isLoaded,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })

  const lastKnown = chat?.lastSeq ?? 0
  useEffect(() => {
    // Colleagues' chats announce that they grew, but send no messages by themselves.
    if (thread.isLoaded && lastKnown > lastSeqOf(thread)) void refreshThread(chatId, lastKnown).catch(() => undefined)
  }, [chatId, thread, lastKnown])

  // Nor do they announce every word: whoever reads along asks.
  const isReadAlong = thread.isLoaded && chat !== undefined && chat.state !== 'ended' && !isMine(chat, me)
  useQuery({
    queryKey: ['readAlong', chatId],
    queryFn: () => refreshThread(chatId, Number.POSITIVE_INFINITY).then(() => true),
    enabled: isReadAlong,
    refetchInterval: READ_ALONG_MS,
    retry: false,
    gcTime: 0,
  })

  const lastSeq = lastSeqOf(thread)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry is what there is to see
  useEffect(() => {
    const see = () => document.hasFocus() && markSeen(chatId)
    see()
    window.addEventListener('focus', see)
    return () => window.removeEventListener('focus', see)
  }, [chatId, lastSeq])

  const items = useMemo(() => timeline(thread, { id: String(me), name: myName }), [thread, me, myName])
  const [scroller, isAtEnd, goToEnd] = useStickToEnd(items, typing)

  if (!chat && (areChatsLoaded || loading.isError)) return <Unknown onBack={onBack} />
  const name = chat ? visitorName(chat) : ''
  return (
    <>
      {chat && (
        <ConversationHeader chat={chat} onBack={onBack} onDetails={onDetails} areDetailsShown={areDetailsShown} />
      )}
      <div className={classes.scroller} ref={scroller}>
        <div className={classes.timeline} role="log" aria-label={`Chat with ${name}`} aria-live="polite">
          {!thread.isLoaded && loading.isError && (
            <PageError error={loading.error} onRetry={() => void loading.refetch()} />
          )}
          {!thread.isLoaded && !loading.isError && <SkeletonLines count={6} height={28} />}
          {thread.isLoaded && items.length === 0 && <p className={classes.nothing}>Nothing has been said yet.</p>}
          <TimelineView items={items} meId={String(me)} chatId={chatId} visitorName={name} />
          {typing && (
            <p className={classes.typing}>
              <span className={classes.dots} aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
              {typing} is typing
            </p>
          )}
        </div>
      </div>
      {!isAtEnd && (
        <div className={classes.jump}>
          <Button
            size="compact-md"
            radius="xl"
            variant="default"
            leftSection={<IconArrowDown size={15} />}
            onClick={goToEnd}
          >
            Latest
          </Button>
        </div>
      )}
      {chat && <ConversationFoot chat={chat} />}
    </>
  )
}

function Unknown({ onBack }: { readonly onBack: () => void }) {
  const action = (
    <>
      <Button variant="default" onClick={onBack}>
        Back to the list
      </Button>
      <Button component={AppLink} href="/console/history" variant="subtle">
        Open history
      </Button>
    </>
  )
  return (
    <EmptyState icon={IconMessageOff} title="This chat is not running" action={action}>
      It has ended or belongs to somebody else. Ended chats are in History.
    </EmptyState>
  )
}
