import { ParleyError } from './errors.ts'

/** Who signs in, and where. */
export interface Login {
  readonly url: string
  readonly siteId: number
  readonly email: string
  readonly password: string
  readonly fetch?: typeof fetch | undefined
}

/** Exchanges e-mail, password and site for an access token. */
export async function login({ url, siteId, email, password, fetch: send = fetch }: Login): Promise<string> {
  const form = new URLSearchParams({ loginType: 'password', userName: email, password, siteId: String(siteId) })
  const path = '/adminwebservice/api/jwttoken/generate'
  const answer = (await read(await reach(send, url, path, { method: 'POST', body: form }))) as { token: string }
  return answer.token
}

/** Sends a request; a server that cannot be reached is a `ParleyError` too. */
export async function reach(send: typeof fetch, url: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await send(url.replace(/\/+$/, '') + path, init)
  } catch (cause) {
    throw new ParleyError(0, 'The server could not be reached', { cause })
  }
}

/** The JSON of an answer, undefined if it has none; a refusal is thrown. */
export async function read(response: Response): Promise<unknown> {
  const text = await response.text()
  const json = parse(text)
  if (response.ok) return json
  const { code = response.status * 1000, message = response.statusText } = (json ?? {}) as {
    code?: number
    message?: string
  }
  throw new ParleyError(code, message, { status: response.status })
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
