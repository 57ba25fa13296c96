import type { ErrorCode } from '@parley/contract'
import type { Store } from './panel-backend-store.ts'

/** A refusal in the API's words. */
export class Refusal extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** What a handler of the fake backend gets. */
export interface Call {
  readonly store: Store
  readonly params: Record<string, string>
  readonly query: URLSearchParams
  readonly body: Record<string, unknown>
}
