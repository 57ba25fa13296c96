const TOKEN = /\s*(?:(\d{1,9})|(and|or)\b|([()]))/iy
/** Deeper than this nobody can read; the reader calls itself for every parenthesis. */
const DEEPEST = 50

/** An expression such as `1 and (2 or 3)` over the orders of conditions; `and` binds more tightly than `or`. */
export type LogicalExpression =
  | { readonly order: number }
  | { readonly all: readonly LogicalExpression[] }
  | { readonly any: readonly LogicalExpression[] }

/** Reads an expression; undefined when it is none. */
export function readLogicalExpression(text: string): LogicalExpression | undefined {
  const tokens = tokensOf(text)
  if (!tokens) return undefined
  let at = 0

  function chain(word: 'and' | 'or', depth: number): LogicalExpression | undefined {
    const next = () => (word === 'or' ? chain('and', depth) : operand(depth))
    const parts = [next()]
    while (tokens?.[at] === word) {
      at++
      parts.push(next())
    }
    const read = parts.filter((part) => part !== undefined)
    if (read.length < parts.length) return undefined
    if (read.length === 1) return read[0]
    return word === 'or' ? { any: read } : { all: read }
  }

  function operand(depth: number): LogicalExpression | undefined {
    const token = tokens?.[at++]
    if (token !== '(') return token !== undefined && /^\d/.test(token) ? { order: Number(token) } : undefined
    const inner = depth < DEEPEST ? chain('or', depth + 1) : undefined
    return tokens?.[at++] === ')' ? inner : undefined
  }

  const whole = chain('or', 0)
  return at === tokens.length ? whole : undefined
}

/** The orders of conditions that an expression names. */
export function ordersOf(expression: LogicalExpression): number[] {
  if ('order' in expression) return [expression.order]
  return ('all' in expression ? expression.all : expression.any).flatMap(ordersOf)
}

function tokensOf(text: string): string[] | undefined {
  const trimmed = text.trim()
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < trimmed.length) {
    const [token] = TOKEN.exec(trimmed) ?? []
    if (token === undefined) return undefined
    tokens.push(token.trim().toLowerCase())
  }
  return tokens
}
