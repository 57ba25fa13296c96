import { type DistributionMethod, type FloorAgent, isFree } from './floor.ts'

/** Orders two agents: negative when the first should be asked before the second. */
type Order = (a: FloorAgent, b: FloorAgent) => number

/** Who gets the next chat: the best of `choice` by the method, given everybody of the target. */
export function pickAgent(
  method: DistributionMethod,
  everybody: readonly FloorAgent[],
  choice: readonly FloorAgent[] = everybody.filter(isFree),
): FloorAgent | undefined {
  return [...choice].sort(inTurn(orders[method](everybody), byId))[0]
}

const orders: Record<DistributionMethod, (everybody: readonly FloorAgent[]) => Order> = {
  // fewest chats first; while nobody chats at all, whoever has been idle longest
  loadBanlancing: (everybody) =>
    everybody.every((agent) => agent.load === 0) ? byIdleTime : inTurn((a, b) => a.load - b.load, byLastAllocation),
  roundRobin: (everybody) => {
    const last = latestAllocated(everybody)
    return inTurn((a, b) => Number(isPast(a, last)) - Number(isPast(b, last)), byArrival)
  },
  capabilityWeighted: () => inTurn((a, b) => a.load / a.limit - b.load / b.limit, byLastAllocation),
}

function inTurn(...rules: Order[]): Order {
  return (a, b) => {
    for (const rule of rules) {
      const result = rule(a, b)
      if (result) return result
    }
    return 0
  }
}

const NEVER = 0
const byId: Order = (a, b) => a.agentId - b.agentId
const byLastAllocation: Order = (a, b) =>
  (a.lastAllocatedTime?.getTime() ?? NEVER) - (b.lastAllocatedTime?.getTime() ?? NEVER)
const byArrival: Order = (a, b) => a.onlineSince.getTime() - b.onlineSince.getTime() || byId(a, b)
const byIdleTime: Order = (a, b) => idleSince(a) - idleSince(b)

function idleSince({ lastChatEndedTime, onlineSince }: FloorAgent): number {
  return Math.max(lastChatEndedTime?.getTime() ?? NEVER, onlineSince.getTime())
}

function latestAllocated(agents: readonly FloorAgent[]): FloorAgent | undefined {
  return agents.filter((agent) => agent.lastAllocatedTime).sort((a, b) => byLastAllocation(b, a))[0]
}

/** Whether the round has been at this agent already, so that others come first. */
function isPast(agent: FloorAgent, last: FloorAgent | undefined): boolean {
  return last !== undefined && byArrival(agent, last) <= 0
}
