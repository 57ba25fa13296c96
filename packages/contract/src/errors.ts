/** Every error an answer can carry. The HTTP status is the code divided by 1000. */
export const errorCatalogue = {
  invalid_parameter: { code: 400000, when: 'A parameter is missing, has the wrong type or does not fit' },
  not_authenticated: { code: 401000, when: 'The request carries no valid credentials' },
  wrong_login: { code: 401001, when: 'E-mail, password and site do not belong together' },
  token_expired: { code: 401002, when: 'The token has expired or was revoked' },
  no_permission: { code: 403000, when: 'The agent lacks a permission that the operation needs' },
  daily_limit: { code: 403001, when: 'The site has used up its API requests of the day (UTC)' },
  address_refused: { code: 403002, when: 'Signing in is not allowed from this address' },
  edition: { code: 403003, when: "The site's edition does not include this" },
  https_required: { code: 403004, when: 'The request came over plain HTTP from another machine' },
  not_found: { code: 404000, when: 'There is no such path or no such object on this site' },
  conflict: { code: 409000, when: 'The state of the chat does not allow it' },
  too_large: { code: 413000, when: 'The body is too large' },
  unsupported_type: { code: 415000, when: 'The body has a content type that is not understood' },
  too_many_requests: { code: 429000, when: 'Too many attempts; the Retry-After header says when to try again' },
  internal: { code: 500000, when: 'The server failed; the request id helps to find out why' },
} as const satisfies Record<string, { code: number; when: string }>

export type ErrorName = keyof typeof errorCatalogue
export type ErrorCode = (typeof errorCatalogue)[ErrorName]['code']

/** The body of every answer that is no success. */
export interface ErrorBody {
  readonly code: ErrorCode
  readonly message: string
}

/** The HTTP status of an error code. */
export function statusOf(code: ErrorCode): number {
  return Math.floor(code / 1000)
}
