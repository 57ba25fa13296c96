import type { AgentCaller, Context } from '../../../../context.ts'
import { can } from '../../../../request-context.ts'
import type { ChatScope } from './chat-visibility.policy.ts'
import { listDepartmentIds } from './chat-visibility.repo.ts'

/** Which chats an agent may see. */
export async function scopeOf(ctx: Context, caller: AgentCaller): Promise<ChatScope> {
  return {
    agentId: caller.agentId,
    departmentIds: new Set(await listDepartmentIds(ctx.db, ctx.siteId, caller.agentId)),
    canAccept: can(caller, 'Accept Chats'),
    running: {
      ofAll: can(caller, 'Monitor All Chats') || can(caller, 'View All Agent Chats'),
      ofDepartments: can(caller, 'Monitor Chats In My Department') || can(caller, 'View Agent Chats In My Department'),
    },
    ended: {
      ofAll: can(caller, 'View All History'),
      ofDepartments: can(caller, 'View History In My Department'),
    },
  }
}
