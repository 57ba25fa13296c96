import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FloorAgent, isFree } from './floor.ts'
import { pickAgent } from './methods.ts'

const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000)

function agent(agentId: number, facts: Partial<FloorAgent> = {}): FloorAgent {
  return {
    agentId,
    displayName: `Agent ${agentId}`,
    departmentIds: new Set(),
    onlineSince: at(agentId),
    lastChatEndedTime: null,
    lastAllocatedTime: null,
    limit: 3,
    isAutoAccepting: true,
    load: 0,
    ...facts,
  }
}

const pick = (method: Parameters<typeof pickAgent>[0], ...agents: FloorAgent[]) => pickAgent(method, agents)?.agentId

describe('loadBanlancing', () => {
  test('asks the agent with the fewest chats', () => {
    expect(pick('loadBanlancing', agent(1, { load: 2 }), agent(2, { load: 1 }))).toBe(2)
  })

  test('on a tie, asks the agent whose last allocation is longest ago', () => {
    const busy = agent(3, { load: 2 })
    const late = agent(1, { load: 1, lastAllocatedTime: at(90) })
    const early = agent(2, { load: 1, lastAllocatedTime: at(80) })
    expect(pick('loadBanlancing', busy, late, early)).toBe(2)
    expect(pick('loadBanlancing', late, agent(4, { load: 1 }))).toBe(4)
  })

  test('while nobody chats, asks who has been idle longest: since the last chat, or since coming online', () => {
    const chatted = agent(1, { onlineSince: at(0), lastChatEndedTime: at(500), lastAllocatedTime: at(1) })
    const came = agent(2, { onlineSince: at(400), lastAllocatedTime: at(300) })
    expect(pick('loadBanlancing', chatted, came)).toBe(2)
  })
})

describe('roundRobin', () => {
  test('goes round in the order in which agents came online, passing over full ones', () => {
    const agents = [
      agent(1, { onlineSince: at(30) }),
      agent(2, { onlineSince: at(10) }),
      agent(3, { onlineSince: at(20) }),
    ]
    const order: number[] = []
    for (let time = 100; time < 109; time++) {
      const next = pickAgent('roundRobin', agents)
      if (!next) break
      order.push(next.agentId)
      next.load += 1
      next.lastAllocatedTime = at(time)
      if (time === 103) (agents[2] as FloorAgent).load = 3
    }
    expect(order).toEqual([2, 3, 1, 2, 1, 2, 1])
  })
})

describe('capabilityWeighted', () => {
  test('asks the agent with the lowest share of the limit in use', () => {
    expect(pick('capabilityWeighted', agent(1, { load: 1, limit: 2 }), agent(2, { load: 4, limit: 10 }))).toBe(2)
  })
})

const agents = fc
  .array(fc.record({ load: fc.nat(4), limit: fc.nat(4), last: fc.option(fc.nat(100)), online: fc.nat(100) }), {
    maxLength: 6,
  })
  .map((all) =>
    all.map(({ load, limit, last, online }, index) =>
      agent(index + 1, { load, limit, onlineSince: at(online), lastAllocatedTime: last === null ? null : at(last) }),
    ),
  )

test.each(['loadBanlancing', 'roundRobin', 'capabilityWeighted'] as const)(
  '%s never asks a full agent, and asks somebody as long as one is free',
  (method) => {
    fc.assert(
      fc.property(agents, (everybody) => {
        const picked = pickAgent(method, everybody)
        expect(picked !== undefined).toBe(everybody.some(isFree))
        if (picked) expect(isFree(picked)).toBe(true)
      }),
    )
  },
)
