/** An error as the SDK throws it: the API's code and words. */
interface CodedError {
  readonly code: number
  readonly message: string
}

function isCoded(error: unknown): error is CodedError {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number'
}

/** The HTTP status behind an error, or undefined when the server was not reached. */
export function errorStatus(error: unknown): number | undefined {
  if (!isCoded(error)) return undefined
  return error.code >= 100_000 ? Math.floor(error.code / 1000) : undefined
}

/** Words for people. */
export function errorMessage(error: unknown): string {
  if (isCoded(error) && errorStatus(error) !== undefined) return error.message
  if (error instanceof TypeError) return 'The server cannot be reached. Check your connection and try again.'
  if (error instanceof Error && error.message) return error.message
  return 'Something went wrong. Try again in a moment.'
}

/** The field a 400 is about: `Parameter 'email' must be …` is about `email`. Nested names keep their path. */
export function errorField(error: unknown): string | undefined {
  if (errorStatus(error) !== 400) return undefined
  return /^Parameter '([^']+)'/.exec((error as CodedError).message)?.[1]
}
