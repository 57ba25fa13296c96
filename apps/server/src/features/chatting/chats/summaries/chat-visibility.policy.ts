/** What decides which chats an agent sees. */
export interface ChatScope {
  readonly agentId: number
  readonly departmentIds: ReadonlySet<string>
  readonly canAccept: boolean
  readonly canMonitorAll: boolean
  readonly canMonitorDepartments: boolean
}

/** The part of a chat that decides who sees it. */
export interface VisibleChat {
  readonly state: 'waiting' | 'offered' | 'active' | 'ended'
  readonly departmentId: string | null
  readonly agentId: number | null
  readonly agentIds: readonly number[]
  readonly offeredTo: readonly number[]
}

/** Whether an agent sees a chat: one's own, what one is asked to take or could take from the queue, what one may monitor. */
export function canSeeChat(scope: ChatScope, chat: VisibleChat): boolean {
  const { agentId } = scope
  if (chat.agentId === agentId || chat.agentIds.includes(agentId) || chat.offeredTo.includes(agentId)) return true
  if (scope.canMonitorAll) return true
  const isOfDepartment = chat.departmentId !== null && scope.departmentIds.has(chat.departmentId)
  if (scope.canMonitorDepartments && isOfDepartment) return true
  const isUnanswered = chat.state === 'waiting' || chat.state === 'offered'
  return isUnanswered && scope.canAccept && (chat.departmentId === null || isOfDepartment)
}
