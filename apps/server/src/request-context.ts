import { randomUUID } from 'node:crypto'
import { type PermissionName, permissionId } from '@parley/contract'
import type { App, Caller, Context, Work } from './context.ts'
import type { Tx } from './db/db.ts'
import { auditLogs } from './db/schema/index.ts'
import type { DomainEvent } from './events/domain-events.ts'

/** Builds the context of one request, command or job. */
export function contextFor<C extends Caller>(app: App, caller: C, requestId: string = randomUUID()): Context<C> {
  return {
    app,
    caller,
    siteId: caller.siteId,
    requestId,
    db: app.database.db,
    now: app.now,
    inTransaction: (work) => inTransaction(app, caller, work),
  }
}

async function inTransaction<T>(app: App, caller: Caller, work: (work: Work) => Promise<T>): Promise<T> {
  const events: DomainEvent[] = []
  const result = await app.database.db.transaction((tx) => work(workOn(app, caller, tx as Tx, events)))
  // delivered only now: nobody may hear of what then rolled back
  for (const event of events) app.bus.publish(event)
  return result
}

function workOn(app: App, caller: Caller, tx: Tx, events: DomainEvent[]): Work {
  return {
    tx,
    emit: (event) => void events.push(event),
    async audit({ category, actionType }, summary, details) {
      await tx.insert(auditLogs).values({
        siteId: caller.siteId,
        actionTime: app.now(),
        createdBy: caller.kind === 'agent' ? caller.agentId : null,
        category,
        actionType,
        actionSummary: summary,
        actionDetails: details ?? null,
      })
    },
  }
}

/** Whether the caller holds a permission; administrators hold all. */
export function can(caller: Caller, permission: PermissionName): boolean {
  return caller.kind === 'agent' && (caller.isAdmin || caller.permissions.has(permissionId(permission)))
}
