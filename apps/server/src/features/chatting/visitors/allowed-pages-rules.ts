/**
 * Whether a page is one on which a widget may be shown. Each entry is a domain (`shop.example`, good for its subdomains
 * too; a leading `*.` or `www.` changes nothing) or an address with a path that the page's has to begin with. No entries
 * leave every page allowed: there is nothing to restrict to.
 */
export function isPageAllowed(pageUrl: string, allowed: readonly string[]): boolean {
  const entries = allowed.map((entry) => entry.trim()).filter(Boolean)
  if (!entries.length) return true
  const page = URL.parse(pageUrl)
  return page !== null && entries.some((entry) => isWithin(page, entry))
}

/** Whether an entry can be that of a page at all; blank ones mean nothing and do no harm. */
export function isPageEntry(entry: string): boolean {
  if (entry.trim() === '') return true
  const wanted = wantedBy(entry.trim())
  return wanted !== null && !wanted.hostname.includes('*')
}

function isWithin(page: URL, entry: string): boolean {
  const wanted = wantedBy(entry)
  if (!wanted) return false
  const isHost = page.hostname === wanted.hostname || page.hostname.endsWith(`.${wanted.hostname}`)
  const isPort = wanted.port === '' || page.port === wanted.port
  return isHost && isPort && page.pathname.toLowerCase().startsWith(wanted.pathname.toLowerCase())
}

function wantedBy(entry: string): URL | null {
  return URL.parse(`https://${entry.replace(/^(https?:)?\/\//i, '').replace(/^(\*|www)\./i, '')}`)
}
