export {
  Agent,
  type AgentClientEvents,
  type ConnectAgentOptions,
  connectAgent,
  type TransferTarget,
  type WrapUp,
} from './agent.ts'
export type { AgentChatEnd } from './agent-chats.ts'
export { type CallInput, ParleyApi, type ParleyApiOptions } from './api.ts'
export type { TokenSource } from './credentials.ts'
export type { Listener } from './emitter.ts'
export { type Login, login } from './login.ts'
export type { AgentShift, ChatSummary, VisitorSummary } from './types.ts'
export * from './visitor.ts'
