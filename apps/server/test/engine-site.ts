import { randomUUID } from 'node:crypto'
import { permissionCatalogue } from '@parley/contract'
import { sql } from 'drizzle-orm'
import type { AgentCaller, Context, VisitorCaller } from '../src/context.ts'
import * as tables from '../src/db/schema/index.ts'
import { openConnection } from '../src/features/chatting/presence/connections.ts'
import { setAgentStatus } from '../src/features/chatting/presence/set-agent-status.ts'
import { newId } from '../src/lib/ids.ts'
import { contextFor } from '../src/request-context.ts'
import type { EngineApp } from './engine-app.ts'

/** An agent of a test, connected or not. */
export interface TestAgent {
  readonly id: number
  readonly name: string
  readonly ctx: Context<AgentCaller>
  readonly connectionId: string
}

export interface TestVisitor {
  readonly id: string
  readonly ctx: Context<VisitorCaller>
}

/** A site of a test's own with one campaign; tests share a database without sharing data. */
export async function engineSite({ app, clock }: EngineApp) {
  const { db } = app.database
  const { rows } = await db.execute(sql`select nextval('site_ids')::int as id`)
  const siteId = (rows[0] as { id: number }).id
  const campaignId = newId()
  const createdTime = clock.now
  await db.insert(tables.sites).values({ id: siteId, company: 'Test' })
  await db.insert(tables.siteSettings).values({ siteId })
  await db.insert(tables.autoDistributions).values({ siteId })
  await db.insert(tables.campaigns).values({ siteId, id: campaignId, createdTime })

  async function addAgent(
    name: string,
    options: { departmentIds?: string[]; permissions?: number[]; isOnline?: boolean } = {},
  ): Promise<TestAgent> {
    const person = await db.execute(sql`select nextval('person_ids')::int as id`)
    const id = (person.rows[0] as { id: number }).id
    const permissions = options.permissions ?? permissionCatalogue.map((permission) => permission.id)
    await db.insert(tables.agents).values({
      siteId,
      id,
      email: `${name}-${id}@example.com`,
      firstName: name,
      lastName: 'Test',
      createdTime,
    })
    if (permissions.length) {
      await db
        .insert(tables.agentPermissions)
        .values(permissions.map((permissionId) => ({ siteId, agentId: id, permissionId })))
    }
    for (const departmentId of options.departmentIds ?? []) {
      await db.insert(tables.departmentAgents).values({ siteId, departmentId, agentId: id })
    }
    const caller: AgentCaller = {
      kind: 'agent',
      siteId,
      agentId: id,
      isAdmin: false,
      displayName: name,
      permissions: new Set(permissions),
    }
    const agent = { id, name, ctx: contextFor(app, caller), connectionId: randomUUID() }
    if (options.isOnline ?? true) await goOnline(agent)
    return agent
  }

  async function goOnline(agent: TestAgent): Promise<void> {
    await openConnection(agent.ctx, agent.connectionId)
    await setAgentStatus(agent.ctx, { agentId: agent.id, status: 'Online' })
  }

  async function addDepartment(name: string, options: { isAvailableInChat?: boolean } = {}): Promise<string> {
    const id = newId()
    await db.insert(tables.departments).values({ siteId, id, name, createdTime, ...options })
    return id
  }

  async function addVisitor(name: string | null = null): Promise<TestVisitor> {
    const id = newId()
    const sessionId = newId()
    const time = clock.now
    await db.insert(tables.visitors).values({
      siteId,
      id,
      tokenHash: Buffer.from(id),
      name,
      firstVisitTime: time,
      lastVisitTime: time,
    })
    await db
      .insert(tables.sessions)
      .values({ siteId, id: sessionId, visitorId: id, startTime: time, lastSeenTime: time })
    return { id, ctx: contextFor(app, { kind: 'visitor', siteId, visitorId: id, sessionId }) }
  }

  return { siteId, campaignId, addAgent, goOnline, addDepartment, addVisitor }
}

export type EngineSite = Awaited<ReturnType<typeof engineSite>>
