const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/**
 * Whether a browser's language, such as `de-AT`, is the one meant: by the same tag, by its first part (`de`), or by its
 * English name (`German`), as people choose it from a list.
 */
export function isLanguage(tag: string, meant: string): boolean {
  const [own] = tag.split(/[-_]/)
  const wanted = meant.trim().toLowerCase().replaceAll('_', '-')
  return [tag.replaceAll('_', '-'), own, nameOf(tag), nameOf(own ?? '')].some((word) => word?.toLowerCase() === wanted)
}

function nameOf(tag: string): string | undefined {
  try {
    return names.of(tag.replaceAll('_', '-'))
  } catch {
    // what browsers send is not always a language tag
    return undefined
  }
}
