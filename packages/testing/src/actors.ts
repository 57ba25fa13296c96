import { login, ParleyApi } from '@parley/client'
import type { AnyOperation } from '@parley/contract'

/** What came back, whatever the status. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever came back
  readonly body: any
}

export interface RawRequest {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** instead of `body`: sent as it is */
  readonly raw?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
  /** instead of the operation's own path */
  readonly path?: string
}

/** Somebody who is signed in. */
export interface Actor {
  readonly token: string
  readonly email: string
  readonly siteId: number
  readonly agentId: number
  /** typed calls that throw ParleyError */
  readonly api: ParleyApi
  /** calls that never throw, for looking at refusals */
  send(operation: AnyOperation, request?: RawRequest): Promise<RawAnswer>
}

/** Signs somebody in. */
export async function actor(credentials: {
  url: string
  siteId: number
  email: string
  password: string
}): Promise<Actor> {
  const token = await login(credentials)
  const api = new ParleyApi({ url: credentials.url, token })
  const me = await api.call('agents.getMe')
  const send: Actor['send'] = (operation, request) => sendRaw(credentials.url, token, operation, request)
  return { token, email: credentials.email, siteId: credentials.siteId, agentId: me.id, api, send }
}

/** One request, as it is; `token` undefined means nobody is signed in. */
export async function sendRaw(
  url: string,
  token: string | undefined,
  operation: AnyOperation,
  request: RawRequest = {},
): Promise<RawAnswer> {
  const { params = {}, query = {}, body, raw, headers = {}, path = operation.path } = request
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const response = await fetch(`${url}${filled}${Object.keys(query).length ? `?${new URLSearchParams(query)}` : ''}`, {
    method: operation.method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload === undefined ? {} : { body: payload }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined }
}
