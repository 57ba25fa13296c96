/** What one of a collection is called: `agentAwayStatuses` holds an `agentAwayStatus`. */
export function singular(collection: string): string {
  if (/uses$/.test(collection)) return collection.slice(0, -2)
  return collection.replace(/ies$/, 'y').replace(/s$/, '')
}
