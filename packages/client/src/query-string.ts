/**
 * Writes a query as the API reads it: lists of words joined by commas, lists of objects and objects as
 * `conditions[0][field]=…`. What is undefined or null is left out.
 */
export function queryString(query: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(query).flatMap(([name, value]) => pairs(name, value))
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

function pairs(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value) && !value.some((item) => typeof item === 'object')) {
    return value.length === 0 ? [] : [`${encodeName(name)}=${encodeURIComponent(value.join(','))}`]
  }
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, inner]) => pairs(`${name}[${key}]`, inner))
  return [`${encodeName(name)}=${encodeURIComponent(String(value))}`]
}

/** Brackets stay readable: every server takes them as they are. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll('%5B', '[').replaceAll('%5D', ']')
}
