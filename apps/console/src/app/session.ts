import { ParleyApi } from '@parley/client'
import { type Shape, ssoAddresses } from '@parley/contract'
import { errorStatus } from '../lib/errors.ts'
import { readPref, writePref } from '../lib/prefs.ts'

/** Where the browser stands: nobody knows yet, somebody is signed in, or nobody is. */
export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signedOut' }
  | { readonly status: 'signedIn'; readonly siteId: number; readonly agentId: number }

/** A token is renewed this long before it expires. */
const RENEW_BEFORE_MS = 60_000
const SITE_KEY = 'siteId'
/** Set while this browser should hold a refresh cookie, which no script can see. */
const SIGNED_IN_KEY = 'isSignedIn'
/** The site whose company signed somebody in, while that lasts: its own sign-out belongs to ours. */
const SIGNED_ON_KEY = 'signedOnSite'

/** The access token lives here and nowhere else; the refresh token is a cookie that no script can read. */
let token: { readonly value: string; readonly renewAt: number } | null = null
let state: SessionState = { status: 'unknown' }
let renewal: Promise<string> | null = null
const listeners = new Set<() => void>()

const publicApi = new ParleyApi({ url: window.location.origin })

/** The console's typed calls; the token is renewed by itself. */
export const api = new ParleyApi({ url: window.location.origin, token: accessToken })

/** The current state; with `subscribeSession` made for useSyncExternalStore. */
export function sessionState(): SessionState {
  return state
}

/** Calls the listener whenever somebody signs in or out. */
export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function become(next: SessionState): void {
  state = next
  for (const listener of listeners) listener()
}

function keep(session: Shape<'ConsoleSession'>): string {
  token = { value: session.token, renewAt: Date.now() + session.expiresIn * 1000 - RENEW_BEFORE_MS }
  writePref(SIGNED_IN_KEY, 'yes')
  if (state.status !== 'signedIn' || state.agentId !== session.agentId || state.siteId !== session.siteId) {
    become({ status: 'signedIn', siteId: session.siteId, agentId: session.agentId })
  }
  return session.token
}

/** A token that is good for at least a minute, and another one than was just refused. */
export async function accessToken(refused?: string): Promise<string> {
  if (token && token.value !== refused && Date.now() < token.renewAt) return token.value
  return await renew()
}

/** Exchanges the refresh cookie; one exchange at a time in all tabs, because each cookie is good only once. */
function renew(): Promise<string> {
  renewal ??= withLock(async () => keep(await publicApi.call('parley.refresh')))
    .catch((error: unknown) => {
      if (errorStatus(error) === 401) endSession()
      throw error
    })
    .finally(() => {
      renewal = null
    })
  return renewal
}

async function withLock<T>(work: () => Promise<T>): Promise<T> {
  // Browsers offer locks in secure contexts only; on plain HTTP a single tab must do.
  if (!navigator.locks) return await work()
  return await navigator.locks.request('parley.refresh', work)
}

/** Picks up the session of an earlier visit, if there is one. */
export async function resumeSession(): Promise<SessionState> {
  if (state.status !== 'unknown') return state
  if (readPref(SIGNED_IN_KEY) === 'no') become({ status: 'signedOut' })
  else await tryToResume()
  return state
}

async function tryToResume(): Promise<void> {
  try {
    await renew()
  } catch (error) {
    if (errorStatus(error) === undefined) throw error
    if (state.status === 'unknown') become({ status: 'signedOut' })
  }
}

/** Signs in and remembers the site for the next time. */
export async function signIn(body: { siteId: number; email: string; password: string }): Promise<void> {
  keep(await publicApi.call('parley.signIn', { body }))
  writePref(SITE_KEY, String(body.siteId))
  writePref(SIGNED_ON_KEY, '')
}

/** Leaves for the company's own sign-in, which comes back to the sign-in page and then to `target`. */
export function beginSignOn(siteId: number, target: string): void {
  window.location.assign(`${ssoAddresses(siteId).start}?${new URLSearchParams({ return: target })}`)
}

/** Picks up the session that the company's sign-in left in this browser. False when there is none. */
export async function finishSignOn(): Promise<boolean> {
  writePref(SIGNED_IN_KEY, 'yes')
  const session = await resumeSession()
  if (session.status !== 'signedIn') return false
  writePref(SITE_KEY, String(session.siteId))
  writePref(SIGNED_ON_KEY, String(session.siteId))
  return true
}

/** How agents of a site may sign in. */
export function signInOptions(siteId: number): Promise<Shape<'SignInOptions'>> {
  return publicApi.call('parley.signInOptions', { query: { siteId } })
}

/** Signs out of this browser. Fails when the server is not reached: then the cookie is still good. */
export async function signOut(): Promise<void> {
  await publicApi.call('parley.signOut')
  const signedOnSite = Number(readPref(SIGNED_ON_KEY))
  writePref(SIGNED_ON_KEY, '')
  endSession()
  if (signedOnSite) window.location.assign(ssoAddresses(signedOnSite).logout)
}

/** Forgets the token: the server no longer accepts it. */
export function endSession(): void {
  token = null
  writePref(SIGNED_IN_KEY, 'no')
  if (state.status !== 'signedOut') become({ status: 'signedOut' })
}

/** The site that was signed in to last in this browser. */
export function rememberedSite(): number | undefined {
  return Number(readPref(SITE_KEY)) || undefined
}

/** Version and first site of the installation, for the sign-in page. */
export function describeInstallation(): Promise<Shape<'Installation'>> {
  return publicApi.call('parley.installation')
}
