import { type ErrorBody, type ErrorName, errorCatalogue, statusOf } from '@parley/contract'

/** A refusal with a code of the public catalogue. The message is for the caller, so it never holds internals. */
export class AppError extends Error {
  readonly error: ErrorName
  readonly retryAfterSeconds: number | undefined

  constructor(error: ErrorName, message: string, options: { cause?: unknown; retryAfterSeconds?: number } = {}) {
    super(message, { cause: options.cause })
    this.name = 'AppError'
    this.error = error
    this.retryAfterSeconds = options.retryAfterSeconds
  }

  get code() {
    return errorCatalogue[this.error].code
  }

  get status(): number {
    return statusOf(this.code)
  }

  body(): ErrorBody {
    return { code: this.code, message: this.message }
  }
}

/** 400 that names the parameter: `invalid('email', 'is already in use')`. */
export function invalid(parameter: string, problem: string): AppError {
  return new AppError('invalid_parameter', `Parameter '${parameter}' ${problem}.`)
}

/** 404 for a thing that is not there, or not on this site: nobody learns which. */
export function notFound(what: string): AppError {
  return new AppError('not_found', `The ${what} does not exist.`)
}
