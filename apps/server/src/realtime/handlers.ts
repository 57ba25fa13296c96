import type { AgentCommands, AgentResults, VisitorCommands, VisitorResults } from '@parley/contract'
import type { AgentContext, App, Context, VisitorCaller } from '../context.ts'
import { acceptChat } from '../features/chatting/chats/commands/accept-chat.ts'
import { endChat } from '../features/chatting/chats/commands/end-chat.ts'
import { rateChat } from '../features/chatting/chats/commands/rate-chat.ts'
import { refuseChat } from '../features/chatting/chats/commands/refuse-chat.ts'
import { requestChat } from '../features/chatting/chats/commands/request-chat.ts'
import { sendMessage } from '../features/chatting/chats/commands/send-message.ts'
import { setTyping } from '../features/chatting/chats/commands/set-typing.ts'
import { transferChat } from '../features/chatting/chats/commands/transfer-chat.ts'
import { wrapUpChat } from '../features/chatting/chats/commands/wrap-up-chat.ts'
import { leaveMessage } from '../features/chatting/offline-messages/leave-message.ts'
import { agentStatusOf } from '../features/chatting/presence/agent-status.ts'
import { shiftOf } from '../features/chatting/presence/apply-shifts.ts'
import { closeConnection, openConnection, touchConnections } from '../features/chatting/presence/connections.ts'
import { beginWithStatus, setAgentStatus } from '../features/chatting/presence/set-agent-status.ts'
import { recordPage } from '../features/chatting/sessions/record-page.ts'
import { setVariables } from '../features/chatting/sessions/set-variables.ts'

/** Where a visitor's command comes from. */
export interface VisitorSource {
  readonly ctx: Context<VisitorCaller>
  readonly campaignId: string
  readonly page: { readonly url: string; readonly title?: string | null | undefined }
}

type Later<T> = Promise<T> | T
/** Commands that change how the connection itself behaves; it handles them. */
type OfVisitorConnection = 'visitor.hello' | 'chat.events'
type OfAgentConnection = 'agent.hello' | 'agent.token' | 'chat.events' | 'chats.watch' | 'visitors.watch'

export type VisitorHandlers = {
  readonly [C in Exclude<keyof VisitorCommands, OfVisitorConnection>]: (
    source: VisitorSource,
    payload: VisitorCommands[C],
  ) => Later<VisitorResults[C]>
}

export type AgentHandlers = {
  readonly [C in Exclude<keyof AgentCommands, OfAgentConnection>]: (
    ctx: AgentContext,
    payload: AgentCommands[C],
  ) => Later<AgentResults[C]>
}

/** What the presence of agents hears of connections. */
export interface PresenceHandlers {
  /** An agent connected, and may have said with which status. */
  opened(
    ctx: AgentContext,
    connectionId: string,
    status: string | undefined,
  ): Promise<Pick<AgentResults['agent.hello'], 'status' | 'shift'>>
  closed(ctx: AgentContext, connectionId: string): Promise<void>
  /** These connections are still there. */
  touched(app: App, connectionIds: readonly string[]): Promise<void>
}

/** What commands do. */
export interface Handlers {
  readonly visitor: VisitorHandlers
  readonly agent: AgentHandlers
  readonly presence: PresenceHandlers
}

const pageOf = ({ campaignId, page }: VisitorSource) => ({
  campaignId,
  pageUrl: page.url,
  pageTitle: page.title ?? null,
})

const visitor: VisitorHandlers = {
  'visitor.page': async ({ ctx }, { page }) => {
    await recordPage(ctx, page)
    return {}
  },
  'visitor.variables': async ({ ctx }, { variables }) => {
    await setVariables(ctx, variables)
    return {}
  },
  'chat.request': (source, request) => requestChat(source.ctx, { ...request, ...pageOf(source) }),
  'chat.send': ({ ctx }, message) => sendMessage(ctx, { ...message, kind: 'message' }),
  'chat.typing': async ({ ctx }, typing) => {
    await setTyping(ctx, typing)
    return {}
  },
  'chat.end': async ({ ctx }, { chatId }) => {
    await endChat(ctx, chatId)
    return {}
  },
  'chat.rate': async ({ ctx }, rating) => {
    await rateChat(ctx, rating)
    return {}
  },
  'message.leave': (source, message) => leaveMessage(source.ctx, { ...message, ...pageOf(source) }),
}

const agent: AgentHandlers = {
  'agent.status': (ctx, { status }) => setAgentStatus(ctx, { agentId: ctx.caller.agentId, status }),
  'chat.accept': (ctx, { chatId }) => acceptChat(ctx, chatId),
  'chat.refuse': async (ctx, { chatId }) => {
    await refuseChat(ctx, chatId)
    return {}
  },
  'chat.send': (ctx, message) => sendMessage(ctx, { ...message, kind: 'message' }),
  'chat.note': (ctx, note) => sendMessage(ctx, { ...note, kind: 'note' }),
  'chat.typing': async (ctx, typing) => {
    await setTyping(ctx, typing)
    return {}
  },
  'chat.end': async (ctx, { chatId }) => {
    await endChat(ctx, chatId)
    return {}
  },
  'chat.transfer': async (ctx, transfer) => {
    await transferChat(ctx, transfer)
    return {}
  },
  'chat.wrapUp': async (ctx, wrapUp) => {
    await wrapUpChat(ctx, wrapUp)
    return {}
  },
}

const presence: PresenceHandlers = {
  async opened(ctx, connectionId, status) {
    const { agentId } = ctx.caller
    await openConnection(ctx, connectionId)
    const begun = status === undefined ? undefined : await beginWithStatus(ctx, { agentId, status })
    return { status: begun?.status ?? (await agentStatusOf(ctx, agentId)), shift: await shiftOf(ctx, agentId) }
  },
  closed: closeConnection,
  touched: ({ database }, connectionIds) => touchConnections(database.db, connectionIds),
}

/** Every command of the protocol bound to the feature that executes it. */
export const handlers: Handlers = { visitor, agent, presence }
