import { categoryWords } from './audit-words.ts'

type Category = keyof typeof categoryWords

/** The address's filters as the API takes them; what makes no sense is left out, as old links may hold anything. */
export function auditFilter(query: Readonly<Record<string, string>>) {
  const { search, category, agent, from, to } = query
  const agentId = Number(agent)
  return {
    ...(search ? { keywords: search } : {}),
    ...(category && category in categoryWords ? { category: category as Category } : {}),
    ...(Number.isInteger(agentId) && agentId > 0 ? { agentId } : {}),
    ...startOfDay('dateFrom', from, 0),
    // The API leaves out the moment the range ends with: the last day is meant to be in it.
    ...startOfDay('dateTo', to, 1),
  }
}

/** The local midnight that a day begins with, or the one that ends it. */
function startOfDay<N extends string>(name: N, day: string | undefined, daysLater: number): { [K in N]?: string } {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day ?? '') ?? []
  if (!year) return {}
  const moment = new Date(Number(year), Number(month) - 1, Number(date) + daysLater)
  return { [name]: moment.toISOString() } as { [K in N]?: string }
}
