import type { App } from '../context.ts'
import type { DomainEvent, DomainEventType } from '../events/domain-events.ts'
import { findOnlineVisitors } from '../features/chatting/visitors/list-online-visitors.ts'
import { sitePresence } from '../features/chatting/visitors/widget-campaign.ts'
import { eventFrame } from './frames.ts'
import type { Hub } from './hub.ts'
import { NewestOnly } from './newest-only.ts'
import { PerSite } from './per-site.ts'
import { rooms } from './rooms.ts'

/** Changes of presence and of visitors are gathered for this long (ms) before they are told. */
const GATHER_MS = 200

type Of<T extends DomainEventType> = Extract<DomainEvent, { type: T }>
type Deliveries = { readonly [T in DomainEventType]: (hub: Hub, event: Of<T>, news: News) => void }

/** What is worked out before it can be told. */
interface News {
  readonly presence: PerSite<true>
  readonly visitors: PerSite<string>
  readonly newest: NewestOnly
}

const deliveries: Deliveries = {
  'chat.changed': ({ visitors, agents }, { siteId, chat, visitorId }, news) => {
    // two processes may tell of their changes in the wrong order; what is older in every respect is no news
    if (!news.newest.isNews(`${siteId}:${chat.id}`, chat.lastSeq)) return
    for (const visitor of visitors.in(rooms.visitor(siteId, visitorId))) visitor.hearChat(chat)
    const frame = eventFrame('chat.changed', { chat })
    const names = [rooms.siteChats(siteId), rooms.chat(siteId, chat.id)]
    for (const agentId of chat.agentIds) names.push(rooms.agent(siteId, agentId))
    for (const agent of agents.inAny(names)) agent.hearChat(chat, frame)
    if (agents.in(rooms.siteMonitor(siteId)).size > 0) news.visitors.add(siteId, visitorId)
  },
  'chat.message': ({ visitors, agents }, { siteId, chatId, visitorId, agentIds, event }) => {
    for (const visitor of visitors.in(rooms.visitor(siteId, visitorId))) visitor.hearMessage(chatId, event)
    const names = [rooms.chat(siteId, chatId), ...agentIds.map((agentId) => rooms.agent(siteId, agentId))]
    for (const agent of agents.inAny(names)) agent.hearMessage(chatId, agentIds, event)
  },
  'chat.offered': ({ agents }, { siteId, chat, agentIds }) => {
    const frame = eventFrame('chat.offer', { chat })
    for (const agent of agents.inAny(agentIds.map((agentId) => rooms.agent(siteId, agentId)))) agent.hear(frame)
  },
  'chat.offerEnded': ({ agents }, { siteId, chatId, agentIds }) => {
    const frame = eventFrame('chat.offerEnded', { chatId })
    for (const agent of agents.inAny(agentIds.map((agentId) => rooms.agent(siteId, agentId)))) agent.hear(frame)
  },
  'chat.queue': ({ visitors }, { siteId, visitorId, queue }) => {
    const frame = eventFrame('chat.queue', queue)
    for (const visitor of visitors.in(rooms.visitor(siteId, visitorId))) visitor.hear(frame)
  },
  'chat.typing': ({ visitors, agents }, { siteId, chatId, visitorId, agentIds, from, senderName, isTyping }) => {
    const frame = eventFrame('chat.typing', { chatId, senderName, isTyping })
    if (from !== 'visitor') for (const to of visitors.in(rooms.visitor(siteId, visitorId))) to.hear(frame)
    const typist = from === 'visitor' ? undefined : agents.in(rooms.agent(siteId, from))
    const names = [rooms.chat(siteId, chatId), ...agentIds.map((agentId) => rooms.agent(siteId, agentId))]
    for (const agent of agents.inAny(names)) if (!typist?.has(agent)) agent.hearTyping(chatId, agentIds, frame)
  },
  'agent.status': ({ agents }, { siteId, agentId, status, byShift }, news) => {
    const frame = eventFrame('agent.status', { agentId, status, ...(byShift ? { byShift } : {}) })
    for (const agent of agents.in(rooms.siteAgents(siteId))) agent.hear(frame)
    news.presence.add(siteId, true)
  },
  'agent.shift': ({ agents }, { siteId, agentId, shift }) => {
    const frame = eventFrame('agent.shift', { shift })
    for (const agent of agents.in(rooms.agent(siteId, agentId))) agent.hear(frame)
  },
  'agent.revoked': ({ agents }, { siteId, agentId, reason }) => {
    for (const agent of agents.in(rooms.agent(siteId, agentId))) agent.revoke(reason)
  },
  'visitor.changed': ({ agents }, { siteId, visitor }) => {
    const watching = agents.in(rooms.siteMonitor(siteId))
    if (watching.size === 0) return
    const frame = eventFrame('visitor.changed', { visitor })
    for (const agent of watching) agent.hear(frame)
  },
  'segment.entered': ({ agents }, { siteId, visitor, segment, agentIds }) => {
    const frame = eventFrame('segment.entered', { visitor, segment })
    for (const agent of agents.inAny(agentIds.map((agentId) => rooms.agent(siteId, agentId)))) agent.hear(frame)
  },
  'visitor.left': ({ agents }, { siteId, visitorId }) => {
    const frame = eventFrame('visitor.left', { visitorId })
    for (const agent of agents.in(rooms.siteMonitor(siteId))) agent.hear(frame)
  },
  'visitor.banned': ({ visitors }, { siteId, visitorId }) => {
    for (const visitor of visitors.in(rooms.visitor(siteId, visitorId))) visitor.ban()
  },
  'agents.reachable': (_hub, { siteId }, news) => news.presence.add(siteId, true),
  'settings.changed': (_hub, { siteId }, news) => news.presence.add(siteId, true),
  'access.changed': ({ agents }, { siteId }, news) => {
    for (const agent of agents.in(rooms.siteAgents(siteId))) void agent.recheck()
    news.presence.add(siteId, true)
  },
}

/** Delivers what happens anywhere in the installation to this process's connections. Returns how to stop it. */
export function startFanOut(app: App, hub: Hub): () => void {
  const onError = (error: unknown) => app.log.error({ err: error }, 'news could not be told')
  const news: News = {
    presence: new PerSite(GATHER_MS, (siteId) => tellPresence(hub, siteId), onError),
    visitors: new PerSite(GATHER_MS, (siteId, ids) => tellVisitors(hub, siteId, ids), onError),
    newest: new NewestOnly(),
  }
  const unsubscribe = app.bus.subscribe((event) => {
    const deliver = deliveries[event.type] as (hub: Hub, event: DomainEvent, news: News) => void
    deliver(hub, event, news)
  })
  return () => {
    unsubscribe()
    news.presence.stop()
    news.visitors.stop()
  }
}

async function tellPresence(hub: Hub, siteId: number): Promise<void> {
  const room = rooms.siteVisitors(siteId)
  if (hub.visitors.in(room).size === 0) return
  const frame = eventFrame('campaign.presence', await sitePresence(hub.app, siteId))
  for (const visitor of hub.visitors.in(room)) visitor.hear(frame)
}

async function tellVisitors(hub: Hub, siteId: number, visitorIds: readonly string[]): Promise<void> {
  const visitors = await findOnlineVisitors(hub.app, siteId, visitorIds)
  const frames = visitors.map((visitor) => eventFrame('visitor.changed', { visitor }))
  for (const agent of hub.agents.in(rooms.siteMonitor(siteId))) for (const frame of frames) agent.hear(frame)
}
