/** Which chats of others an agent may look at. */
export interface Sight {
  readonly ofAll: boolean
  readonly ofDepartments: boolean
}

/** What decides which chats an agent sees. */
export interface ChatScope {
  readonly agentId: number
  readonly departmentIds: ReadonlySet<string>
  readonly canAccept: boolean
  readonly running: Sight
  readonly ended: Sight
}

/** The part of a chat that decides who sees it. */
export interface VisibleChat {
  readonly state: 'waiting' | 'offered' | 'active' | 'ended'
  readonly departmentId: string | null
  /** the agent whom routing keeps the chat for */
  readonly targetAgentId: number | null
  readonly agentId: number | null
  readonly agentIds: readonly number[]
  readonly offeredTo: readonly number[]
}

/** Whether an agent sees a chat: one's own, what one is asked to take or could take, and what one may look at. */
export function canSeeChat(scope: ChatScope, chat: VisibleChat): boolean {
  const { agentId } = scope
  if (chat.agentId === agentId || chat.agentIds.includes(agentId) || chat.offeredTo.includes(agentId)) return true
  const sight = chat.state === 'ended' ? scope.ended : scope.running
  const isOfDepartment = chat.departmentId !== null && scope.departmentIds.has(chat.departmentId)
  if (sight.ofAll || (sight.ofDepartments && isOfDepartment)) return true
  const isUnanswered = chat.state === 'waiting' || chat.state === 'offered'
  if (!isUnanswered || !scope.canAccept) return false
  if (chat.targetAgentId !== null) return chat.targetAgentId === agentId
  return chat.departmentId === null || isOfDepartment
}
