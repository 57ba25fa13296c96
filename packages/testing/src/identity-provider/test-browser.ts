/** A browser without windows: keeps cookies of one server by name and path, follows nothing by itself. */
export class TestBrowser {
  readonly #url: string
  readonly #cookies = new Map<string, { value: string; path: string }>()

  constructor(url: string) {
    this.#url = url
  }

  /** Opens an address of the server; another origin's is not for it to open. */
  async open(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, this.#url)
    const headers = new Headers(init.headers)
    const cookie = this.#cookiesFor(url.pathname)
    if (cookie) headers.set('cookie', cookie)
    const response = await fetch(url, { redirect: 'manual', ...init, headers })
    for (const text of response.headers.getSetCookie()) this.#keep(text)
    return response
  }

  /** A form that a page of another site posts: cookies do not come along. */
  post(address: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const init = { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) } as const
    return fetch(new URL(address, this.#url), init)
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)?.value
  }

  #cookiesFor(path: string): string {
    const fitting = [...this.#cookies].filter(([, cookie]) =>
      `${path}/`.startsWith(`${cookie.path.replace(/\/$/, '')}/`),
    )
    return fitting.map(([name, { value }]) => `${name}=${value}`).join('; ')
  }

  #keep(text: string): void {
    const [pair = '', ...attributes] = text.split(';').map((part) => part.trim())
    const [name = '', value = ''] = pair.split('=')
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/'
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.#cookies.delete(name)
    else this.#cookies.set(name, { value, path })
  }
}

/** Where an answer sends the browser; relative addresses stay at the server's. */
export function destinationOf(response: Response): URL {
  return new URL(response.headers.get('location') ?? 'about:blank', response.url)
}
