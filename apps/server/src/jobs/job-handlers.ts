import type { App, Context, SystemCaller } from '../context.ts'
import { expireOffer } from '../features/chatting/chats/commands/expire-offer.ts'
import { redistribute } from '../features/chatting/chats/commands/redistribute.ts'
import { agentDeleted, agentGone, agentLost } from '../features/chatting/presence/agent-gone.ts'
import { applyShifts } from '../features/chatting/presence/apply-shifts.ts'
import { contextFor } from '../request-context.ts'
import type { JobName, JobPayloads } from './job-payloads.ts'
import { addJob } from './job-queue.repo.ts'
import { sweep } from './sweep.job.ts'

/** How often the sweep goes over everything. */
const SWEEP_MS = 15_000
const SWEEP_KEY = 'sweep'

/** What each job does. */
export const jobHandlers: { readonly [N in JobName]: (app: App, payload: JobPayloads[N]) => Promise<void> } = {
  'expire-offer': (app, { siteId, chatId, agentId }) => expireOffer(systemOf(app, siteId), chatId, agentId),
  'agent-gone': (app, { siteId, agentId }) => agentGone(systemOf(app, siteId), agentId),
  'agent-lost': (app, { siteId, agentId }) => agentLost(systemOf(app, siteId), agentId),
  'agent-deleted': (app, { siteId, agentId }) => agentDeleted(systemOf(app, siteId), agentId),
  redistribute: (app, { siteId }) => redistribute(systemOf(app, siteId)),
  'apply-shifts': (app, { siteId }) => applyShifts(systemOf(app, siteId)),
  sweep: async (app) => {
    await sweep(app)
    await planSweep(app, SWEEP_MS)
  },
}

/** Plans the next sweep; one at a time is planned, whoever asks. */
export async function planSweep(app: App, inMs: number): Promise<void> {
  const runAt = new Date(app.now().getTime() + inMs)
  await addJob(app.database.db, 'sweep', {}, { runAt, key: SWEEP_KEY })
}

function systemOf(app: App, siteId: number): Context<SystemCaller> {
  return contextFor<SystemCaller>(app, { kind: 'system', siteId })
}
