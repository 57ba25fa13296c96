/** A page's address without what every page shares: `/shop/shoes?size=40`. */
export function pagePath(url: string | null | undefined): string {
  if (!url) return ''
  try {
    const parsed = new URL(url)
    return `${parsed.pathname}${parsed.search}`
  } catch {
    return url
  }
}

/** The address when it is safe to link to: a visitor chooses it, so nothing but http(s) may be followed. */
export function safeHref(url: string | null | undefined): string | undefined {
  return url && /^https?:\/\//iu.test(url) ? url : undefined
}

/** A referrer's host, without www. */
export function hostName(url: string | null | undefined): string {
  if (!url) return ''
  try {
    return new URL(url).hostname.replace(/^www\./u, '')
  } catch {
    return url
  }
}
