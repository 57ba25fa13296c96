import type { ErrorCode } from '../errors.ts'

/** What a refusal says, for example. */
export const errorMessages: Readonly<Record<ErrorCode, string>> = {
  400000: "Parameter 'pageSize' must be at most 1000.",
  401000: 'Sign in first: the request needs an Authorization header with a bearer token, or e-mail and API key.',
  401001: 'E-mail, password and site do not belong together, or the account is locked or inactive.',
  401002: 'The token has expired or was revoked. Sign in again.',
  403000: "You need the permission 'Manage Agent & Agent Roles'.",
  403001: 'The site has used up its 10000 API requests of today. The count starts again at 00:00 UTC.',
  403002: 'The site does not allow its agents to come from this address.',
  403003: "The report is not part of the site's edition.",
  403004: 'Use HTTPS: this installation answers plain HTTP on its own machine only.',
  404000: 'The agent does not exist.',
  409000: 'The chat has ended.',
  413000: 'The body is too large.',
  415000: 'The content type is not understood; send application/json.',
  429000: 'Too many wrong sign-ins from this address. Try again later.',
  500000: 'The server failed.',
}
