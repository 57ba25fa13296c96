export * from './common/audit-actions.ts'
export * from './common/chat-conditions.ts'
export * from './common/logical-expression.ts'
export * from './common/paging.ts'
export * from './common/permissions.ts'
export * from './common/time-zones.ts'
export * from './entities.ts'
export * from './errors.ts'
export * from './operation.ts'
export { api } from './operations.ts'
export * from './parley/sso-addresses.ts'
export {
  type AgentCommands,
  type AgentResults,
  agentCommands,
  type Stored,
  type VisitorCommands,
  type VisitorResults,
  visitorCommands,
} from './realtime/commands.contract.ts'
export * from './realtime/events.contract.ts'
export * from './realtime/frames.ts'
export * from './registry.ts'
export { type ChatVolumeGroup, chatVolumeGroups } from './reports/chat-volume.contract.ts'
export * from './schema/entity.ts'
export * from './schema/field.ts'
