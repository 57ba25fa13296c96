import type { ParleyApi } from '@parley/client'
import type { Child } from '../shared/child.ts'
import type { OwnServer } from '../shared/own-server.ts'

/** One measured line: ours beside the limit, in the same run on the same machine. */
export interface Row {
  readonly name: string
  readonly unit: string
  readonly ours: number
  readonly limit: number
  /** What the limit server does. */
  readonly against: string
  /** Of rates more is better, of times less. */
  readonly isBetter: 'more' | 'less'
}

/** What the sections measure. */
export interface Arena {
  readonly target: OwnServer
  readonly api: ParleyApi
  readonly token: string
  readonly campaignId: string
  readonly databaseUrl: string
  /** how many finished chats are searched */
  readonly chats: number
  /** Bare Fastify on the same database. */
  readonly bareHttp: Child
  /** Runs something against a relay without (`bare`) or with (`durable`) group-commit inserts. */
  withRelay<R>(kind: 'bare' | 'durable', act: (relay: Child) => Promise<R>): Promise<R>
}

/** How well ours does: 1 is the limit itself. */
export function ratioOf({ ours, limit, isBetter }: Row): number {
  return isBetter === 'more' ? ours / limit : limit / ours
}
