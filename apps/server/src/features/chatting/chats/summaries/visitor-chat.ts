import type { Shape } from '@parley/contract'
import type { Db } from '../../../../db/db.ts'
import { notFound } from '../../../../lib/app-error.ts'
import { estimatedWait } from '../../distribution/estimated-wait.ts'
import { loadFloor } from '../../distribution/floor.repo.ts'
import { averageChatSeconds, listQueue } from '../../distribution/queue.repo.ts'
import { listChatEvents } from '../messages/chat-events.repo.ts'
import { findSummary, type SummaryRow } from './chat-summaries.repo.ts'
import { viewEvent } from './chat-summary.view.ts'

/** A chat as its visitor sees it, with everything said so far. */
export async function visitorChat(db: Db, siteId: number, chatId: string, now: Date): Promise<Shape<'VisitorChat'>> {
  const row = await findSummary(db, siteId, chatId)
  if (!row) throw notFound('chat')
  const events = await listChatEvents(db, siteId, { chatId, afterSeq: 0, withNotes: false })
  return {
    id: row.id,
    state: row.state,
    status: row.status,
    agentName: row.agentName,
    queue: row.state === 'waiting' ? await queueStateOf(db, row, now) : null,
    events: events.map(viewEvent),
    lastSeq: row.lastSeq,
    isRated: row.ratingGrade !== null,
  }
}

async function queueStateOf(db: Db, row: SummaryRow, now: Date): Promise<Shape<'QueueState'> | null> {
  const queue = await listQueue(db, row.siteId)
  const mine = queue.find((queued) => queued.chatId === row.id)
  if (!mine) return null
  const floor = await loadFloor(db, row.siteId, now)
  const average = await averageChatSeconds(db, row.siteId)
  return { chatId: row.id, position: mine.position, estimatedWait: estimatedWait(floor, mine, average) }
}
