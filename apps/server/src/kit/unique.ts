import { invalid } from '../lib/app-error.ts'

const UNIQUE_VIOLATION = '23505'

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
    return await work()
  } catch (error) {
    const { code, constraint } = databaseError(error)
    const property = code === UNIQUE_VIOLATION && constraint ? unique?.[constraint] : undefined
    throw property ? invalid(property, 'is already in use') : error
  }
}

/** The driver's error, which drizzle wraps. */
function databaseError(error: unknown): Partial<DatabaseError> {
  const cause = (error as { cause?: unknown })?.cause
  return ((cause ?? error) as Partial<DatabaseError>) ?? {}
}
