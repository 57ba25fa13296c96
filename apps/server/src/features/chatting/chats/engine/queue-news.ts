import { estimatedWait } from '../../distribution/estimated-wait.ts'
import type { Target } from '../../distribution/floor.ts'
import { averageChatSeconds, listQueue, type QueuedRow } from '../../distribution/queue.repo.ts'
import type { HeldChat } from './held-chat.ts'
import type { ChatRow } from './running-chats.repo.ts'
import type { SiteWork } from './site-work.ts'

/** Tells those who wait where they stand now, as far as chats that came or went changed their place. */
export async function announceQueue(site: SiteWork, changed: readonly HeldChat[]): Promise<void> {
  const moved = changed.flatMap(queueMoves)
  if (!moved.length) return
  const queue = await listQueue(site.tx, site.siteId)
  const told = queue.filter((row) => moved.some((move) => isAffected(row, move)))
  if (!told.length) return
  const floor = await site.floor()
  const average = await averageChatSeconds(site.tx, site.siteId)
  for (const row of told) {
    const { chatId, position } = row
    const queueState = { chatId, position, estimatedWait: estimatedWait(floor, row, average) }
    site.outcome.places.set(chatId, queueState)
    site.emit({ type: 'chat.queue', siteId: site.siteId, visitorId: row.visitorId, queue: queueState })
  }
}

interface Move extends Target {
  readonly row: ChatRow
}

/** The queues that a chat left or entered. A new chat is stored as waiting before it is placed: it did not wait yet. */
function queueMoves({ row, before, state, departmentId, targetAgentId }: HeldChat): Move[] {
  const to = { departmentId, targetAgentId }
  const didWait = before.state === 'waiting' && (row.isQueued || row.answeredTime !== null)
  const doesWait = state.state === 'waiting'
  if (didWait && doesWait && isSameTarget(row, to)) return []
  const from = { departmentId: row.departmentId, targetAgentId: row.targetAgentId }
  return [...(didWait ? [{ ...from, row }] : []), ...(doesWait ? [{ ...to, row }] : [])]
}

function isSameTarget(one: Target, other: Target): boolean {
  return one.departmentId === other.departmentId && one.targetAgentId === other.targetAgentId
}

/** Places at and behind a chat that came or went are others now. */
function isAffected(queued: QueuedRow, { row, ...target }: Move): boolean {
  if (!isSameTarget(queued, target)) return false
  if (queued.priority !== row.priority) return queued.priority < row.priority
  const later = queued.requestedTime - row.requestedTime.getTime()
  return later === 0 ? queued.chatId >= row.id : later > 0
}
