import { useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSession } from '../../app/api.ts'
import { usePref } from '../../lib/prefs.ts'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { acceptChat } from '../../realtime/actions.ts'
import { setOpenChat } from '../../realtime/announcements.ts'
import type { Segment } from '../../realtime/chat-lists.ts'
import { useChatLists } from '../../realtime/selectors.ts'
import { useStore } from '../../realtime/store.ts'
import { linkStore } from '../../realtime/stores.ts'
import { useGoTo } from '../../ui/app-link.tsx'
import { ChatList } from './chat-list.tsx'
import classes from './chats-page.module.css'
import { wantComposerFocus } from './composer-focus.ts'
import { Conversation } from './conversation.tsx'
import { DetailsPane } from './details/details-pane.tsx'
import { NothingOpen } from './nothing-open.tsx'

const segmentNames: readonly Segment[] = ['mine', 'waiting', 'everyone']

/** The agent's chats: list, conversation, details. */
export function ChatsPage() {
  const { chatId } = useParams({ strict: false })
  const goTo = useGoTo()
  const session = useSession()
  const lists = useChatLists()
  const isReady = useStore(linkStore, (link) => link.agentId !== 0)
  const [stored, setSegment] = usePref('segment', 'mine')
  const [details, setDetails] = usePref('details', 'open')
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const segment = segmentNames.find((name) => name === stored) ?? 'mine'

  const open = useCallback(
    (id: string, { withFocus = true } = {}) => {
      wantComposerFocus(withFocus)
      goTo(`/console/chats/${id}`)
    },
    [goTo],
  )
  const shown = useMemo(() => {
    const offered = new Set(lists.offers.map((chat) => chat.id))
    return [...lists.offers, ...lists[segment].filter((chat) => !offered.has(chat.id))]
  }, [lists, segment])

  useEffect(() => {
    setOpenChat(chatId ?? null)
    return () => setOpenChat(null)
  }, [chatId])
  useEffect(() => () => wantComposerFocus(true), [])

  const step = (by: 1 | -1, withFocus = false) => {
    const index = shown.findIndex((chat) => chat.id === chatId)
    const next = shown[index === -1 ? 0 : Math.min(shown.length - 1, Math.max(0, index + by))]
    if (next) open(next.id, { withFocus })
  }
  const acceptFirst = async () => {
    const chat = lists.waiting.find(({ id }) => id === chatId) ?? lists.offers[0] ?? lists.waiting[0]
    if (chat && (await acceptChat(chat.id))) open(chat.id)
  }
  // Elsewhere the arrows scroll.
  const isInList = () => document.activeElement?.closest('[aria-label="Conversation"], [aria-label="Details"]') === null
  const isWide = () => window.matchMedia('(min-width: 75em)').matches
  const toggleDetails = () => {
    if (isWide()) setDetails(details === 'open' ? 'closed' : 'open')
    else setDrawerOpen((wasOpen) => !wasOpen)
  }
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    arrowdown: () => isInList() && step(1),
    arrowup: () => isInList() && step(-1),
    'alt+arrowdown': () => step(1, true),
    'alt+arrowup': () => step(-1, true),
    a: acceptFirst,
    i: toggleDetails,
  })

  const areDetailsShown = details === 'open'
  return (
    <div className={classes.panes} data-open={chatId ? true : undefined} data-details={areDetailsShown || undefined}>
      <section className={classes.list} aria-label="Chats">
        <ChatList
          lists={lists}
          segment={segment}
          onSegment={setSegment}
          openChatId={chatId}
          onOpen={open}
          isReady={isReady}
        />
      </section>
      <section className={classes.conversation} aria-label="Conversation">
        {chatId && session.status === 'signedIn' ? (
          <Conversation
            key={chatId}
            chatId={chatId}
            onBack={() => goTo('/console/chats')}
            onDetails={toggleDetails}
            areDetailsShown={areDetailsShown}
          />
        ) : (
          <NothingOpen lists={lists} isReady={isReady} />
        )}
      </section>
      {chatId && (
        <aside className={classes.details} data-drawer={isDrawerOpen || undefined} aria-label="Details">
          <DetailsPane key={chatId} chatId={chatId} onClose={toggleDetails} />
        </aside>
      )}
      {chatId && isDrawerOpen && (
        <button
          type="button"
          className={classes.shade}
          aria-label="Close details"
          onClick={() => setDrawerOpen(false)}
        />
      )}
    </div>
  )
}
