import { randomUUID } from 'node:crypto'
import { permissionCatalogue } from '@parley/contract'
import { sql } from 'drizzle-orm'
import type { AgentCaller, Context, VisitorCaller } from '../src/context.ts'
import * as tables from '../src/db/schema/index.ts'
import { type ChatRequest, requestChat } from '../src/features/chatting/chats/commands/request-chat.ts'
import type { MessageInput } from '../src/features/chatting/chats/commands/send-message.ts'
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

  /** A visitor asks for a chat; without one, a new visitor. */
  async function request(visitor?: TestVisitor, input: Partial<ChatRequest> = {}) {
    const who = visitor ?? (await addVisitor())
    // one after the other: who asks first is first in the queue
    clock.forward(1)
    const chat = await requestChat(who.ctx, {
      clientRequestId: randomUUID(),
      campaignId,
      pageUrl: 'https://shop.example/',
      pageTitle: 'Shop',
      name: undefined,
      email: undefined,
      phone: undefined,
      company: undefined,
      departmentId: undefined,
      fields: [],
      ...input,
    })
    return { ...chat, visitor: who }
  }

  /** Time passes for everybody, and the agents stay connected. */
  async function pass(milliseconds: number): Promise<void> {
    clock.forward(milliseconds)
    await db.execute(sql`update agent_connections set seen_time = ${clock.now.toISOString()}::timestamptz`)
  }

  return { siteId, campaignId, addAgent, goOnline, addDepartment, addVisitor, request, pass }
}

/** A message as somebody types it. */
export function say(chatId: string, content: string, clientMessageId: string = randomUUID()): MessageInput {
  return { chatId, content, clientMessageId, kind: 'message' }
}

export type EngineSite = Awaited<ReturnType<typeof engineSite>>
