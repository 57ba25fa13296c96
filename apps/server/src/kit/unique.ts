import { invalid } from '../lib/app-error.ts'

const UNIQUE_VIOLATION = '23505'
const DEADLOCK = '40P01'
/** How often work is done again that others got in the way of. */
const RETRIES = 3

interface DatabaseError {
  readonly code: string
  readonly constraint?: string
}

/** Runs work whose unique indexes stand for rules, and says which property is already in use when one is broken. */
export async function translateUnique<T>(
  unique: Readonly<Record<string, string>> | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await afterDeadlock(work)
  } catch (error) {
    const { code, constraint } = databaseError(error)
    const property = code === UNIQUE_VIOLATION && constraint ? unique?.[constraint] : undefined
    throw property ? invalid(property, 'is already in use') : error
  }
}

/**
 * Runs a transaction again that PostgreSQL ended because it and another waited for each other: whoever deletes an object
 * changes those that name it, and whoever changes one of these holds what it names.
 */
export async function afterDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt > RETRIES || databaseError(error).code !== DEADLOCK) throw error
    }
  }
}

/** The driver's error, which drizzle wraps. */
function databaseError(error: unknown): Partial<DatabaseError> {
  const cause = (error as { cause?: unknown })?.cause
  return ((cause ?? error) as Partial<DatabaseError>) ?? {}
}
