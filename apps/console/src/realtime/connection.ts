import { type Agent, connectAgent } from '@parley/client'
import { accessToken, endSession } from '../app/session.ts'
import { pagePath } from '../lib/urls.ts'
import { loadThread, setConnection } from './actions.ts'
import { announce } from './announcements.ts'
import { visitorName } from './chat-lists.ts'
import { chatChanged, chatsLoaded, isMine, messageArrived, offerEnded, typingChanged } from './chats-state.ts'
import { readSeen } from './seen-storage.ts'
import { chatsStore, clearStores, linkStore, threadsStore, visitorsStore } from './stores.ts'
import { eventsAdded } from './threads-state.ts'
import { type VisitorChange, visitorsChanged } from './visitors-state.ts'

/** News of visitors are gathered this long: thousands of visitors must not redraw the list thousands of times. */
const VISITOR_BATCH_MS = 250

/** Connects the signed-in agent and keeps the stores up to date. Answers with the way to stop. */
export function startRealtime(): () => void {
  let agent: Agent | null = null
  let isStopped = false
  clearStores()
  void connectAgent({
    url: window.location.origin,
    token: accessToken,
    status: linkStore.get().status,
    connectTimeoutMs: Number.POSITIVE_INFINITY,
  }).then(
    (connected) => {
      if (isStopped) return connected.close()
      agent = connected
      setConnection(connected)
      return attach(connected)
    },
    () => {
      if (!isStopped) linkStore.update((link) => ({ ...link, connection: 'closed' }))
    },
  )
  return () => {
    isStopped = true
    setConnection(null)
    void agent?.close()
  }
}

async function attach(agent: Agent): Promise<void> {
  const me = agent.agentId
  threadsStore.update((state) => ({ ...state, seen: readSeen(me) }))
  linkStore.update((link) => ({
    ...link,
    connection: agent.connection,
    agentId: me,
    displayName: agent.displayName,
    status: agent.status,
    shift: agent.shift,
  }))
  listenToChats(agent)
  listenToVisitors(agent)
  agent.on('status', ({ agentId, status }) => {
    if (agentId === me) linkStore.update((link) => ({ ...link, status }))
  })
  agent.on('shift', ({ shift }) => linkStore.update((link) => ({ ...link, shift })))
  agent.on('revoked', () => endSession())
  agent.on('connection', (connection) => {
    const { status, shift } = agent
    linkStore.update((link) => ({ ...link, connection, ...(connection === 'open' ? { status, shift } : {}) }))
    // What ended or was taken while we were away is known from the fresh list only.
    if (connection === 'open') void loadChats(agent)
  })
  await loadChats(agent)
}

/** Asks for everybody's chats; whoever may not see them gets one's own. */
async function loadChats(agent: Agent): Promise<void> {
  const chats = await agent.watch('site').then(
    (all) => ({ all, seesSite: true }),
    async () => ({ all: await agent.watch('mine').catch(() => agent.chats()), seesSite: false }),
  )
  linkStore.update((link) => ({ ...link, seesSite: chats.seesSite }))
  chatsStore.update((state) => chatsLoaded(state, chats.all, agent.agentId))
  for (const chat of chats.all) {
    if (chat.state === 'active' && isMine(chat, agent.agentId)) void loadThread(chat.id).catch(() => undefined)
  }
}

function listenToChats(agent: Agent): void {
  const me = agent.agentId
  // What was said before a chat became mine is told as well, and is no news.
  const historyUpTo = new Map<string, number>()
  agent.on('changed', ({ chat }) => chatsStore.update((state) => chatChanged(state, chat, me)))
  agent.on('offer', ({ chat }) => {
    chatsStore.update((state) => chatChanged(state, chat, me))
    announce({
      kind: 'offer',
      id: chat.id,
      title: `${visitorName(chat)} asks for a chat`,
      text: chat.pageTitle ?? '',
    })
  })
  agent.on('offerEnded', ({ chatId }) => {
    chatsStore.update((state) => offerEnded(state, chatId, me, linkStore.get().seesSite))
  })
  agent.on('chat', ({ chatId, chat }) => {
    const isNews = chatsStore.get().isLoaded
    historyUpTo.set(chatId, chat.lastSeq)
    chatsStore.update((state) => chatChanged(state, chat, me))
    void loadThread(chatId).catch(() => undefined)
    if (isNews)
      announce({ kind: 'chat', id: chatId, title: `New chat with ${visitorName(chat)}`, text: chat.pageTitle ?? '' })
  })
  agent.on('message', ({ chatId, ...event }) => {
    threadsStore.update((state) => eventsAdded(state, chatId, [event]))
    chatsStore.update((state) => messageArrived(state, chatId, event))
    if (event.type === 'visitor' && event.seq > (historyUpTo.get(chatId) ?? 0)) {
      announce({ kind: 'message', id: chatId, title: event.senderName ?? 'Visitor', text: event.content })
    }
  })
  agent.on('typing', (typing) => chatsStore.update((state) => typingChanged(state, typing, Date.now())))
}

function listenToVisitors(agent: Agent): void {
  let gathered: VisitorChange[] = []
  let isPlanned = false
  const gather = (change: VisitorChange) => {
    gathered.push(change)
    if (isPlanned) return
    isPlanned = true
    setTimeout(() => {
      isPlanned = false
      const changes = gathered
      gathered = []
      visitorsStore.update((state) => visitorsChanged(state, changes))
    }, VISITOR_BATCH_MS)
  }
  agent.on('visitor', ({ visitor }) => gather({ kind: 'changed', visitor }))
  agent.on('visitorLeft', ({ visitorId }) => gather({ kind: 'left', visitorId }))
  agent.on('segmentEntered', ({ visitor, segment }) => {
    const who = visitor.name || 'A visitor'
    const page = visitor.pageTitle || pagePath(visitor.pageUrl)
    announce({ kind: 'segment', id: visitor.id, title: segment.name, text: page ? `${who} is on ${page}` : who })
  })
}
