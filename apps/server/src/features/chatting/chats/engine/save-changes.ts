import type { ChatSummaryShape } from '@parley/contract'
import { addJob } from '../../../../jobs/job-queue.repo.ts'
import { recordChatVolume } from '../../../reports/shared/record-chat-volume.ts'
import type { ChatState } from '../chat-state.ts'
import { insertChatWords } from '../search/chat-words.repo.ts'
import { listSummaries } from '../summaries/chat-summaries.repo.ts'
import { viewEvent, viewSummary } from '../summaries/chat-summary.view.ts'
import { greet } from './greet.ts'
import { type HeldChat, isChanged, leadOf, offeredTo } from './held-chat.ts'
import { announceQueue } from './queue-news.ts'
import * as repo from './save-chats.repo.ts'
import type { SiteWork } from './site-work.ts'

/** Writes everything a change has in hand, and announces it. */
export async function saveChanges(site: SiteWork): Promise<void> {
  for (const chat of site.held.values()) {
    if (chat.state.state === 'waiting' && !chat.state.answeredTime) chat.isQueued = true
  }
  await greet(site)
  const changed = [...site.held.values()].filter(isChanged).sort((a, b) => (a.row.id < b.row.id ? -1 : 1))
  if (!changed.length) return
  const events = await saveRows(site, changed)
  await repo.insertEvents(site.tx, events)
  const ended = changed.filter(({ before, state }) => before.state !== 'ended' && state.state === 'ended')
  await insertChatWords(
    site.tx,
    site.siteId,
    ended.map(({ row }) => row.id),
  )
  await saveAgents(site, changed)
  await saveOffers(site, changed)
  await recordChatVolume(site.tx, site.siteId, changed.map(volumeChange))
  await announce(site, changed, events)
}

async function saveRows(site: SiteWork, changed: readonly HeldChat[]): Promise<repo.EventRow[]> {
  const events: repo.EventRow[] = []
  for (const chat of changed) {
    if (!isRowChanged(chat)) continue
    const change = { columns: columnsOf(chat), events: chat.notices.length }
    const seq = await repo.saveChat(site.tx, site.siteId, chat.row.id, change)
    for (const [index, content] of chat.notices.entries()) events.push(notice(site, chat, seq + index + 1, content))
  }
  return events
}

/** Offers alone leave the chat's own row as it is. */
function isRowChanged(chat: HeldChat): boolean {
  const columns = columnsOf(chat)
  const isSame = (name: keyof repo.ChatColumns) => columns[name]?.valueOf() === chat.row[name]?.valueOf()
  return chat.notices.length > 0 || !(Object.keys(columns) as (keyof repo.ChatColumns)[]).every(isSame)
}

function notice({ siteId, now }: SiteWork, { row }: HeldChat, seq: number, content: string): repo.EventRow {
  return {
    siteId,
    chatId: row.id,
    seq,
    type: 'system',
    senderId: '',
    senderName: null,
    content,
    sentTime: now,
    clientMessageId: null,
  }
}

function columnsOf({ state, row: _row, ...chat }: HeldChat): repo.ChatColumns {
  const { departmentId, targetAgentId, isQueued, transfers, offlineMessageId } = chat
  return {
    ...stateColumns(state),
    state: state.state,
    departmentId,
    targetAgentId,
    isQueued,
    transfers,
    offlineMessageId,
  }
}

function stateColumns(state: ChatState) {
  const none = { status: null, missedBy: null, agentId: null, answeredTime: null, endedTime: null, endedBy: null }
  if (state.state !== 'ended') {
    const { answeredTime } = state
    return { ...none, answeredTime, agentId: leadOf(state), status: answeredTime ? ('normal' as const) : null }
  }
  const end = { ...none, status: state.status, endedTime: state.endedTime, endedBy: state.endedBy }
  if (state.status === 'normal') return { ...end, answeredTime: state.answeredTime, agentId: state.agentId }
  return state.status === 'missed' ? { ...end, missedBy: state.missedBy } : end
}

async function saveAgents(site: SiteWork, changed: readonly HeldChat[]): Promise<void> {
  const { tx, siteId, now } = site
  const joined: { siteId: number; chatId: string; agentId: number; joinedTime: Date }[] = []
  const freed = new Set<number>()
  for (const { row, before, state } of changed) {
    const was = leadOf(before)
    const is = leadOf(state)
    if (is !== null && is !== was) joined.push({ siteId, chatId: row.id, agentId: is, joinedTime: now })
    if (was === null || was === is) continue
    freed.add(was)
    // whoever is there at the end stays on the chat's list
    if (state.state !== 'ended') await repo.closeChatAgent(tx, siteId, { chatId: row.id, agentId: was, now })
  }
  await repo.insertChatAgents(tx, joined)
  await repo.noteChatEnds(tx, siteId, [...freed], now)
  for (const [agentId, time] of site.allocated) await repo.noteAllocation(tx, siteId, agentId, time)
}

async function saveOffers({ tx, siteId, now }: SiteWork, changed: readonly HeldChat[]): Promise<void> {
  const rows = changed.flatMap((chat) => {
    const { open, closed } = offerChanges(chat)
    const row = { siteId, chatId: chat.row.id }
    return [
      ...open.map((agentId) => ({ ...row, agentId, offeredTime: now, expiresTime: chat.offerExpires, answer: null })),
      ...closed.map((agentId) => ({
        ...row,
        agentId,
        offeredTime: chat.asked.get(agentId)?.time ?? now,
        answer: chat.asked.get(agentId)?.answer ?? 'withdrawn',
        answeredTime: now,
      })),
    ]
  })
  await repo.upsertOffers(tx, rows)
  for (const chat of changed) {
    if (!chat.offerExpires) continue
    const chatId = chat.row.id
    for (const agentId of offerChanges(chat).open) {
      const key = `expire-offer:${chatId}:${agentId}`
      await addJob(tx, 'expire-offer', { siteId, chatId, agentId }, { runAt: chat.offerExpires, key })
    }
  }
}

function offerChanges({ before, state, newlyAsked }: HeldChat) {
  const is = offeredTo(state)
  return {
    open: is.filter((id) => newlyAsked.has(id)),
    closed: offeredTo(before).filter((id) => !is.includes(id)),
  }
}

function volumeChange({ row, state, departmentId }: HeldChat) {
  const before = { status: row.status, requestedTime: row.requestedTime, campaignId: row.campaignId }
  return {
    before: { ...before, departmentId: row.departmentId },
    after: { ...before, status: stateColumns(state).status, departmentId },
  }
}

async function announce(site: SiteWork, changed: readonly HeldChat[], events: readonly repo.EventRow[]): Promise<void> {
  const { summaries } = site.outcome
  const rows = await listSummaries(site.tx, site.siteId, [...changed.map((chat) => chat.row.id)])
  for (const row of rows) summaries.set(row.id, viewSummary(row))
  for (const chat of changed) {
    const summary = summaries.get(chat.row.id)
    if (summary) announceChat(site, chat, summary)
  }
  for (const event of events) announceEvent(site, event)
  await announceQueue(site, changed)
}

function announceEvent({ siteId, held, outcome, emit }: SiteWork, row: repo.EventRow): void {
  const { chatId } = row
  const summary = outcome.summaries.get(chatId)
  const before = held.get(chatId)?.before
  if (!summary || !before) return
  // who hands a chat on still hears that it is gone
  const former = leadOf(before)
  const agentIds = [...new Set([...summary.agentIds, ...(former === null ? [] : [former])])]
  const event = viewEvent(row)
  outcome.events.set(chatId, [...(outcome.events.get(chatId) ?? []), event])
  emit({ type: 'chat.message', siteId, chatId, visitorId: summary.visitorId, agentIds, event })
}

function announceChat(site: SiteWork, chat: HeldChat, summary: ChatSummaryShape): void {
  const { siteId } = site
  const { open, closed } = offerChanges(chat)
  const told = closed.filter((agentId) => agentId !== leadOf(chat.state))
  if (told.length) site.emit({ type: 'chat.offerEnded', siteId, chatId: summary.id, agentIds: told })
  site.emit({ type: 'chat.changed', siteId, chat: summary, visitorId: summary.visitorId })
  if (open.length) site.emit({ type: 'chat.offered', siteId, chat: summary, agentIds: open })
}
