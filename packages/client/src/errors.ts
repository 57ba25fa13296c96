/**
 * A refusal or failure. `code` is that of the API's error catalogue and `status` its HTTP status;
 * both are 0 when no server answered (network down, timed out, connection closed).
 */
export class ParleyError extends Error {
  readonly code: number
  readonly status: number

  constructor(code: number, message: string, options?: { status?: number; cause?: unknown }) {
    super(message, options?.cause === undefined ? {} : { cause: options.cause })
    this.name = 'ParleyError'
    this.code = code
    this.status = options?.status ?? Math.floor(code / 1000)
  }
}
