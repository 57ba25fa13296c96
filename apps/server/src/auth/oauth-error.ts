import { AppError } from '../lib/app-error.ts'

/** The words of RFC 6749 for what can be wrong. */
export type OAuthWord =
  | 'invalid_request'
  | 'invalid_grant'
  | 'invalid_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'access_denied'
  | 'temporarily_unavailable'

/** A refusal of the OAuth endpoints: a 400 with a word that OAuth clients understand. */
export class OAuthError extends AppError {
  readonly word: OAuthWord

  constructor(word: OAuthWord, message: string, options: { cause?: unknown } = {}) {
    super('invalid_parameter', message, options)
    this.name = 'OAuthError'
    this.word = word
  }
}

/** Our body of an error, and beside it what OAuth clients look for. */
export function oauthErrorBody(error: AppError) {
  return { ...error.body(), error: wordFor(error), error_description: error.message }
}

function wordFor(error: AppError): OAuthWord {
  if (error instanceof OAuthError) return error.word
  if (error.status === 401) return 'invalid_grant'
  if (error.status === 403) return 'access_denied'
  return error.status === 429 ? 'temporarily_unavailable' : 'invalid_request'
}
