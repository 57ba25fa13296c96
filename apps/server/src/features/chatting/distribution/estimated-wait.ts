import { type Floor, targetAgents } from './floor.ts'

/** The expected wait in seconds at a place of a queue; null when nothing is known to reckon it from. */
export function estimatedWait(
  floor: Floor,
  target: { departmentId: string | null; position: number },
  averageChatSeconds: number | null,
): number | null {
  const places = targetAgents(floor, target.departmentId).reduce((sum, agent) => sum + agent.limit, 0)
  if (averageChatSeconds === null || places === 0) return null
  return Math.round((Math.floor((target.position - 1) / places) + 1) * averageChatSeconds)
}
