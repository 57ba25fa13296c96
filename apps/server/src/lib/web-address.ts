const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * What keeps a text from being an address that browsers may be sent to, in words that follow "Parameter 'x' "; undefined
 * when nothing does. https; http on one's own machine, or anywhere when the operator allows it.
 */
export function problemOfWebAddress(text: string, { allowHttp }: { readonly allowHttp: boolean }): string | undefined {
  if (!URL.canParse(text) || /[\s"'<>\\]/.test(text))
    return 'must be a whole address, such as https://login.example.com/'
  const { protocol, hostname, username, password } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return 'must begin with https://'
  if (protocol === 'http:' && !allowHttp && !OWN_MACHINE.has(hostname)) return 'must use https'
  if (username || password) return 'must not name a user'
  return text.includes('#') ? 'must not have a part after #' : undefined
}
