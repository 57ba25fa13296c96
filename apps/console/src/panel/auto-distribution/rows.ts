import type { AgentRow, DepartmentRow } from './auto-distribution.queries.ts'

/** How many chats an agent takes at once unless told otherwise. */
const USUAL_LIMIT = 3

/** A row for every agent: what is set, or what holds when nothing is. */
export function agentRows(agentIds: readonly number[], rows: readonly AgentRow[]): AgentRow[] {
  const byId = new Map(rows.map((row) => [row.agentId, row]))
  return agentIds.map(
    (agentId) => byId.get(agentId) ?? { agentId, ifAutoAcceptChat: true, maxConcurrentChats: USUAL_LIMIT },
  )
}

/** A row for every department; without one the site's method holds. */
export function departmentRows(departmentIds: readonly string[], rows: readonly DepartmentRow[]): DepartmentRow[] {
  const byId = new Map(rows.map((row) => [row.departmentId, row]))
  const none = { autoDistributionMethod: null, isLastChattedAgentPreferred: null, backupDepartmentId: null }
  return departmentIds.map((departmentId) => byId.get(departmentId) ?? { departmentId, ...none })
}

/** The rows with one put in place of the one it replaces, or added. */
export function withRow<T>(rows: readonly T[], row: T, isSame: (other: T) => boolean): T[] {
  return rows.some(isSame) ? rows.map((other) => (isSame(other) ? row : other)) : [...rows, row]
}
