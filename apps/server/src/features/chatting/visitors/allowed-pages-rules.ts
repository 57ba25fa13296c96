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

function isWithin(page: URL, entry: string): boolean {
  const text = entry.replace(/^(https?:)?\/\//i, '').replace(/^(\*|www)\./i, '')
  const wanted = URL.parse(`https://${text}`)
  if (!wanted) return false
  const isHost = page.hostname === wanted.hostname || page.hostname.endsWith(`.${wanted.hostname}`)
  const isPort = wanted.port === '' || page.port === wanted.port
  return isHost && isPort && page.pathname.toLowerCase().startsWith(wanted.pathname.toLowerCase())
}
