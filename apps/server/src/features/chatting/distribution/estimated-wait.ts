import { type Floor, type Target, targetAgents } from './floor.ts'

/** The expected wait in seconds at a place of a queue; null when nothing is known to reckon it from. */
export function estimatedWait(
  floor: Floor,
  target: Target & { readonly position: number },
  averageChatSeconds: number | null,
): number | null {
  const places = targetAgents(floor, target).reduce((sum, agent) => sum + agent.limit, 0)
  if (averageChatSeconds === null || places === 0) return null
  return Math.round((Math.floor((target.position - 1) / places) + 1) * averageChatSeconds)
}
