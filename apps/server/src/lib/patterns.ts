/** The LIKE pattern of a text that contains these words as they are; undefined for none. */
export function containing(words: string | null | undefined): string | undefined {
  const trimmed = words?.trim()
  return trimmed ? `%${trimmed.replaceAll(/[\\%_]/g, '\\$&')}%` : undefined
}
