import { randomUUID } from 'node:crypto'
import { type Agent, connectAgent } from '@parley/client'
import { type PairResults, Pairs, type Venue } from '../load/pairs.ts'
import { hireAgents } from '../shared/staff.ts'
import type { Arena, Row } from './section.ts'

const PAIRS = 100
const CHATS_PER_AGENT = 3
const WARM_UP_SECONDS = 1
const SATURATED_SECONDS = 4
const PACED_SECONDS = 4
const PACE_PER_SECOND = 500

interface Measured {
  readonly saturated: PairResults
  readonly paced: PairResults
}

/** Messages between visitors and agents: how many, and how fast each one is. */
export async function measureMessages(arena: Arena): Promise<Row[]> {
  const { target, api, campaignId } = arena
  const staff = await hireAgents(target, api, Math.ceil(PAIRS / CHATS_PER_AGENT))
  const ours = await measure({ ...target, campaignId }, staff.agents).finally(staff.leave)
  const durable = await arena.withRelay('durable', ({ url }) => measureRelay(url))
  const bare = await arena.withRelay('bare', ({ url }) => measureRelay(url))
  const limits = { 'ws relay, group commit': durable, 'ws relay in memory': bare }
  return Object.entries(limits).flatMap(([against, limit]) => compareRows(ours, limit, against))
}

function compareRows(ours: Measured, limit: Measured, against: string): Row[] {
  const rate = (of: Measured) => of.saturated.messagesPerSecond
  const row = (name: string, read: (of: Measured) => number): Row => {
    return { name, unit: 'ms', ours: read(ours), limit: read(limit), against, isBetter: 'less' }
  }
  return [
    { name: 'messages', unit: '/s', ours: rate(ours), limit: rate(limit), against, isBetter: 'more' },
    row('send → acknowledged, p50', (of) => of.paced.toAcknowledgement.percentile(50)),
    row('send → acknowledged, p99', (of) => of.paced.toAcknowledgement.percentile(99)),
    row('send → other side, p50', (of) => of.paced.toOtherSide.percentile(50)),
    row('send → other side, p99', (of) => of.paced.toOtherSide.percentile(99)),
  ]
}

async function measureRelay(url: string): Promise<Measured> {
  const count = Math.ceil(PAIRS / CHATS_PER_AGENT)
  const agents = await Promise.all(Array.from({ length: count }, () => connectAgent({ url, token: 'none' })))
  try {
    return await measure({ url, siteId: 1, campaignId: randomUUID() }, agents)
  } finally {
    for (const agent of agents) await agent.close()
  }
}

async function measure(venue: Venue, agents: readonly Agent[]): Promise<Measured> {
  const pairs = await Pairs.start(venue, agents, PAIRS)
  try {
    await pairs.saturate(WARM_UP_SECONDS)
    const saturated = await pairs.saturate(SATURATED_SECONDS)
    return { saturated, paced: await pairs.pace(PACE_PER_SECOND, PACED_SECONDS) }
  } finally {
    await pairs.end()
  }
}
