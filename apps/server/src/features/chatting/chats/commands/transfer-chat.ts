import type { AgentCaller, Context } from '../../../../context.ts'
import { AppError, invalid, notFound } from '../../../../lib/app-error.ts'
import { can } from '../../../../request-context.ts'
import { type Floor, isFree, targetAgents } from '../../distribution/floor.ts'
import { checkChatId } from '../chat-id.ts'
import { placeOne, refillPlaces } from '../engine/distribute-chats.ts'
import { type HeldChat, leadOf } from '../engine/held-chat.ts'
import { findDepartment } from '../engine/running-chats.repo.ts'
import { changeSite, type SiteWork } from '../engine/site-work.ts'

export interface Transfer {
  readonly chatId: string
  readonly agentId?: number | null | undefined
  readonly departmentId?: string | null | undefined
}

/** Hands a chat to another agent at once, or to a department, which distributes it by its own rules. */
export async function transferChat(ctx: Context<AgentCaller>, input: Transfer): Promise<void> {
  const { caller } = ctx
  checkChatId(input.chatId)
  if (!can(caller, 'Transfer Chats')) throw new AppError('no_permission', 'You may not transfer chats.')
  await changeSite(ctx, async (site) => {
    const chat = await site.getChat(input.chatId)
    checkLead(caller, chat)
    if (input.agentId) await toAgent(site, chat, input.agentId)
    else if (input.departmentId) await toDepartment(site, chat, input.departmentId)
    else throw invalid('agentId', 'or departmentId is required')
    chat.transfers += 1
    if (chat.state.state === 'waiting') await placeOne(site, chat)
    await refillPlaces(site)
  })
}

function checkLead(caller: AgentCaller, { state, row }: HeldChat): void {
  if (state.state === 'ended' && (caller.isAdmin || row.agentId === caller.agentId)) {
    throw new AppError('conflict', 'The chat has ended.')
  }
  if (!caller.isAdmin && leadOf(state) !== caller.agentId) throw notFound('chat')
}

async function toAgent(site: SiteWork, chat: HeldChat, agentId: number): Promise<void> {
  const floor = await site.floor()
  const agent = floor.agents.find((one) => one.agentId === agentId)
  if (!agent) throw new AppError('conflict', 'The agent is not online.')
  if (leadOf(chat.state) === agentId) throw new AppError('conflict', 'The agent has the chat already.')
  if (!isFree(agent)) throw new AppError('conflict', `${agent.displayName} has no free place.`)
  chat.targetAgentId = null
  site.apply(chat, { type: 'transferToAgent', agentId }, `Transferred to ${agent.displayName}`)
}

async function toDepartment(site: SiteWork, chat: HeldChat, departmentId: string): Promise<void> {
  const department = await findDepartment(site.tx, site.siteId, departmentId)
  if (!department?.isAvailableInChat) throw invalid('departmentId', 'is not a department visitors can chat with')
  const from = leadOf(chat.state)
  if (!canReceive(await site.floor(), departmentId, from)) {
    throw new AppError('conflict', `Nobody else of ${department.name} is online.`)
  }
  site.apply(chat, { type: 'transferToDepartment' }, `Transferred to ${department.name}`)
  chat.departmentId = departmentId
  chat.targetAgentId = null
  chat.except = from
}

function canReceive(floor: Floor, departmentId: string, from: number | null): boolean {
  return targetAgents(floor, { departmentId, targetAgentId: null }).some((agent) => agent.agentId !== from)
}
