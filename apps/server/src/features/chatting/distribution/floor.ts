import type { AgentId } from '../../../context.ts'

export type DistributionMethod = 'loadBanlancing' | 'roundRobin' | 'capabilityWeighted'

/** An agent who may get chats now: Online, connected and allowed to accept. */
export interface FloorAgent {
  readonly agentId: AgentId
  readonly displayName: string
  readonly departmentIds: ReadonlySet<string>
  readonly onlineSince: Date
  readonly lastChatEndedTime: Date | null
  readonly limit: number
  readonly isAutoAccepting: boolean
  lastAllocatedTime: Date | null
  /** chats the agent has now, and offers that are kept free for the agent alone */
  load: number
}

export interface DepartmentRules {
  readonly method: DistributionMethod | null
  readonly isLastChattedAgentPreferred: boolean | null
  readonly backupDepartmentId: string | null
}

/** How the site distributes its chats. */
export interface DistributionRules {
  readonly isAutomatic: boolean
  readonly method: DistributionMethod
  readonly isLastChattedAgentPreferred: boolean
  readonly canExceedLimitByHand: boolean
  readonly departments: ReadonlyMap<string, DepartmentRules>
}

/** Everybody who may get a chat of the site now, and by which rules. */
export interface Floor {
  readonly rules: DistributionRules
  readonly agents: readonly FloorAgent[]
}

/** Who is to take a chat: one agent, anybody of a department, or with neither anybody of the site. */
export interface Target {
  readonly departmentId: string | null
  readonly targetAgentId: AgentId | null
}

/** The agents a chat may go to: the one meant, those of its department, of its backup when nobody there is online, or all. */
export function targetAgents(floor: Floor, { departmentId, targetAgentId }: Target): readonly FloorAgent[] {
  if (targetAgentId !== null) return floor.agents.filter((agent) => agent.agentId === targetAgentId)
  if (departmentId === null) return floor.agents
  const own = floor.agents.filter((agent) => agent.departmentIds.has(departmentId))
  const backup = floor.rules.departments.get(departmentId)?.backupDepartmentId
  return own.length || !backup ? own : floor.agents.filter((agent) => agent.departmentIds.has(backup))
}

/** Whether the agent can take one more chat. */
export function isFree(agent: FloorAgent): boolean {
  return agent.load < agent.limit
}

/** The method and preference that hold for a target. */
export function rulesFor({ rules }: Floor, departmentId: string | null) {
  const own = departmentId === null ? undefined : rules.departments.get(departmentId)
  return {
    method: own?.method ?? rules.method,
    isLastChattedAgentPreferred: own?.isLastChattedAgentPreferred ?? rules.isLastChattedAgentPreferred,
  }
}
