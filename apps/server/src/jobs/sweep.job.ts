import type { App, SystemCaller } from '../context.ts'
import { endChat } from '../features/chatting/chats/commands/end-chat.ts'
import { endSilentChat } from '../features/chatting/chats/commands/end-silent-chat.ts'
import { expireOffer } from '../features/chatting/chats/commands/expire-offer.ts'
import { listOverdueOffers, listWithoutVisitor } from '../features/chatting/chats/engine/overdue-chats.repo.ts'
import { WARNING_MS } from '../features/chatting/chats/inactivity/inactivity-rules.ts'
import { listSilentChats } from '../features/chatting/chats/inactivity/silent-chats.query.ts'
import { CONNECTION_SILENCE_MS } from '../features/chatting/distribution/floor.repo.ts'
import { AGENT_GONE_MS, AGENT_LOST_MS } from '../features/chatting/presence/absence.ts'
import { agentGone, agentLost, connectionsLost } from '../features/chatting/presence/agent-gone.ts'
import { applyShifts, sitesWithoutShiftJob } from '../features/chatting/presence/apply-shifts.ts'
import { deleteSilent, listGone, listLost } from '../features/chatting/presence/presence.repo.ts'
import { endStaleSessions } from '../features/chatting/sessions/session-life.ts'
import { foldChatVolume } from '../features/reports/shared/fold-chat-volume.ts'
import { foldListCounts } from '../kit/list-counts.ts'
import { contextFor } from '../request-context.ts'

/** What has a job of its own is left to that for this long. */
const SLACK_MS = 15_000

/**
 * Finds what nobody told us: connections of a process that was killed, timers whose job was lost with one, visits that
 * ended. A step that fails does not keep the others from being done.
 */
export async function sweep(app: App): Promise<void> {
  const { db } = app.database
  const ago = (milliseconds: number) => new Date(app.now().getTime() - milliseconds)
  const silentSince = ago(CONNECTION_SILENCE_MS)
  const steps: readonly [string, () => Promise<unknown>][] = [
    [
      'connections',
      () => each(app, deleteSilent(db, silentSince), (ctx, { agentId }) => connectionsLost(ctx, agentId, silentSince)),
    ],
    [
      'gone agents',
      () => each(app, listGone(db, ago(AGENT_GONE_MS + SLACK_MS)), (ctx, { agentId }) => agentGone(ctx, agentId)),
    ],
    [
      'lost agents',
      () => each(app, listLost(db, ago(AGENT_LOST_MS + SLACK_MS)), (ctx, { agentId }) => agentLost(ctx, agentId)),
    ],
    [
      'offers',
      () =>
        each(app, listOverdueOffers(db, ago(SLACK_MS)), (ctx, offer) => expireOffer(ctx, offer.chatId, offer.agentId)),
    ],
    ['shifts', () => each(app, sitesWithoutShiftJob(db, ago(SLACK_MS)), applyShifts)],
    ['sessions', () => endStaleSessions(app)],
    ['chats without visitor', () => each(app, listWithoutVisitor(db), (ctx, { chatId }) => endChat(ctx, chatId))],
    [
      'silent visitors',
      () => each(app, listSilentChats(db, app.now(), WARNING_MS), (ctx, { chatId }) => endSilentChat(ctx, chatId)),
    ],
    ['chat volume', () => foldChatVolume(db)],
    ['counts of lists', () => foldListCounts(db)],
  ]
  for (const [what, step] of steps) {
    try {
      await step()
    } catch (error) {
      app.log.error({ err: error, what }, 'the sweep could not finish a step')
    }
  }
}

type SystemContext = ReturnType<typeof contextFor<SystemCaller>>

async function each<T extends { readonly siteId: number }>(
  app: App,
  found: Promise<readonly T[]>,
  act: (ctx: SystemContext, one: T) => Promise<void>,
): Promise<void> {
  for (const one of await found) {
    try {
      await act(contextFor<SystemCaller>(app, { kind: 'system', siteId: one.siteId }), one)
    } catch (error) {
      // what is wrong with one stays so, and must not keep the same sites behind it waiting every time
      app.log.error({ err: error, found: one as object }, 'the sweep could not finish one')
    }
  }
}
