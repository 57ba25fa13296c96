import { DrizzleQueryError } from 'drizzle-orm'
import { stdSerializers } from 'pino'

/** What the driver tells of the rows a statement failed at. */
const VALUES = ['detail', 'where', 'internalQuery', 'params'] as const

/** An error as the log keeps it: without the values of statements, which are people's names, words and hashes. */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const serialized = stdSerializers.err(withoutValues(error)) as unknown as Record<string, unknown>
  for (const name of VALUES) delete serialized[name]
  return serialized
}

function withoutValues(error: Error): Error {
  const cause = error.cause instanceof Error ? withoutValues(error.cause) : undefined
  if (!(error instanceof DrizzleQueryError) && !cause) return error
  const message = error instanceof DrizzleQueryError ? `Failed query: ${error.query}` : error.message
  const copy: Error = Object.assign(new Error(message), { ...error, cause, query: undefined, params: undefined })
  // the stack begins with the message, values included
  const { stack = '' } = error
  copy.stack = `${error.name}: ${message}${stack.slice(stack.indexOf(error.message) + error.message.length)}`
  return copy
}
