import type { AuditAction } from '@parley/contract'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Database, Db, Tx } from './db/db.ts'
import type { DomainEvent } from './events/domain-events.ts'
import type { EventBus } from './events/event-bus.ts'

export type SiteId = number
export type AgentId = number

/** What the whole process shares. Made once by the composition root. */
export interface App {
  readonly config: Config
  readonly database: Database
  readonly bus: EventBus
  readonly log: Logger
  readonly now: () => Date
  /** where browsers and integrations reach this installation, without a slash at the end */
  readonly publicUrl: () => string
}

/** The signed-in agent of a request or connection. */
export interface AgentCaller {
  readonly kind: 'agent'
  readonly siteId: SiteId
  readonly agentId: AgentId
  readonly isAdmin: boolean
  readonly displayName: string
  readonly permissions: ReadonlySet<number>
  /** the OAuth application that acts for the agent, if one does */
  readonly application?: string
}

/** The visitor of a connection. */
export interface VisitorCaller {
  readonly kind: 'visitor'
  readonly siteId: SiteId
  readonly visitorId: string
  readonly sessionId: string
}

/** Jobs and the command line. */
export interface SystemCaller {
  readonly kind: 'system'
  readonly siteId: SiteId
}

export type Caller = AgentCaller | VisitorCaller | SystemCaller

/** One unit of work: a transaction and what is to happen once it is committed. */
export interface Work {
  readonly tx: Tx
  /** Something happened; delivered after the commit, never before. */
  emit(event: DomainEvent): void
  /** Leaves an audit-log entry in the same transaction. */
  audit(action: AuditAction, summary: string, details?: string): Promise<void>
}

/** What a handler, command or service gets first. */
export interface Context<C extends Caller = Caller> {
  readonly app: App
  readonly caller: C
  readonly siteId: SiteId
  readonly requestId: string
  readonly db: Db
  now(): Date
  /** Runs `work` in one transaction; its events are delivered after the commit. */
  inTransaction<T>(work: (work: Work) => Promise<T>): Promise<T>
}

export type AgentContext = Context<AgentCaller>
