import type pg from 'pg'

/** A text that was sent this often gets a name, so that every connection parses and plans it only once more. */
const OFTEN = 4
/** Every connection keeps the plans of all names. */
const MOST_NAMES = 400
const MOST_COUNTED = 4000

interface Statement {
  readonly text?: unknown
  readonly name?: unknown
}

/**
 * Lets the connections of a pool send statements that come again and again under names. Whoever writes a query need not
 * think of it; texts that differ every time stay without.
 */
export function nameStatements(pool: pg.Pool): void {
  const nameOf = statementNames()
  pool.on('connect', (client) => {
    const plain = client.query.bind(client) as (...args: unknown[]) => unknown
    const named = (statement: unknown, ...rest: unknown[]) => plain(withName(statement, nameOf), ...rest)
    client.query = named as typeof client.query
  })
}

function withName(statement: unknown, nameOf: (text: string) => string | undefined): unknown {
  if (typeof statement !== 'object' || statement === null || 'submit' in statement) return statement
  const { text, name } = statement as Statement
  if (typeof text !== 'string' || name) return statement
  const found = nameOf(text)
  return found ? { ...statement, name: found } : statement
}

/** Gives a name to a text when it has come often enough. */
export function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  let counts = new Map<string, number>()
  return (text) => {
    const known = names.get(text)
    if (known || names.size >= MOST_NAMES) return known
    const count = (counts.get(text) ?? 0) + 1
    if (count < OFTEN) {
      if (counts.size >= MOST_COUNTED) counts = new Map()
      counts.set(text, count)
      return undefined
    }
    counts.delete(text)
    const name = `s${names.size + 1}`
    names.set(text, name)
    return name
  }
}
