import { answers, answersNothing, defineOperation, takes } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { flag, guid, integer, list, ref, text } from '../schema/field.ts'

/** A console's signed-in state: the access token; the refresh token travels in an HttpOnly cookie. */
export const ConsoleSession = entity('ConsoleSession', {
  token: text(4096).always(),
  expiresIn: integer().always().note('Seconds'),
  siteId: integer().always(),
  agentId: integer().always(),
})

/** What the sign-in page needs to know before anybody has signed in. */
export const Installation = entity('Installation', {
  version: text().always(),
  defaultSiteId: integer().note('Set when the installation has exactly one site'),
  isDemo: flag().always(),
  demoUrl: text(2048).note('The demo shop, when there is one'),
})

/** How agents of a site may sign in. Says nothing else of the site, not even whether there is one. */
export const SignInOptions = entity('SignInOptions', {
  hasSingleSignOn: flag().always(),
})

/** Who is signed in, and where integrations find the API. */
export const Workplace = entity('Workplace', {
  siteId: integer().always(),
  company: text(),
  agentId: integer().always(),
  displayName: text().always(),
  email: text().always(),
  isAdmin: flag().always(),
  permissions: list(text()).note('Names of all permissions the agent holds'),
  awayStatuses: list(text()).note('Away statuses an agent may choose besides Away; empty while the feature is off'),
  apiBaseUrl: text(2048).always(),
  defaultCampaignId: guid(),
  hasColleagues: flag().always(),
  hasChats: flag().always(),
  hasVisitors: flag().always(),
})

/** What every agent of the site may know of another. */
export const Colleague = entity('Colleague', {
  agentId: integer().always(),
  displayName: text().always(),
  status: text().always(),
  ongoingChats: integer().always(),
})

/** A department a chat can be sent to. */
export const ColleagueDepartment = entity('ColleagueDepartment', {
  id: guid().always(),
  name: text().always(),
  agentIds: list(integer()),
})

/** Whom a chat can be transferred to. */
export const Colleagues = entity('Colleagues', {
  agents: list(ref('Colleague')),
  departments: list(ref('ColleagueDepartment')),
})

/** What only our own console needs. */
export const parley = {
  installation: defineOperation({
    id: 'parley.installation',
    method: 'GET',
    path: '/api/v3/parley/installation',
    access: 'public',
    summary: 'Describe the installation to its sign-in page',
    ok: answers(Installation),
  }),
  signInOptions: defineOperation({
    id: 'parley.signInOptions',
    method: 'GET',
    path: '/api/v3/parley/signInOptions',
    access: 'public',
    summary: 'How agents of a site may sign in, for its sign-in page',
    query: { siteId: integer(1).mandatory() },
    ok: answers(SignInOptions),
  }),
  signIn: defineOperation({
    id: 'parley.signIn',
    method: 'POST',
    path: '/api/v3/parley/sessions',
    access: 'public',
    summary: 'Sign in to the console; sets the refresh cookie',
    body: takes({ siteId: integer(1).mandatory(), email: text(254).mandatory(), password: text(256).mandatory() }),
    ok: answers(ConsoleSession),
    errors: [401001, 403002, 429000],
  }),
  refresh: defineOperation({
    id: 'parley.refresh',
    method: 'POST',
    path: '/api/v3/parley/sessions:refresh',
    access: 'public',
    summary: 'Exchange the refresh cookie for a new token and a new cookie',
    ok: answers(ConsoleSession),
    errors: [401000, 401002],
  }),
  signOut: defineOperation({
    id: 'parley.signOut',
    method: 'DELETE',
    path: '/api/v3/parley/sessions',
    access: 'public',
    summary: 'Sign out of this browser',
    ok: answersNothing,
  }),
  workplace: defineOperation({
    id: 'parley.workplace',
    method: 'GET',
    path: '/api/v3/parley/workplace',
    access: 'agent',
    summary: 'Who is signed in, what they may do, and where the API is',
    ok: answers(Workplace),
  }),
  colleagues: defineOperation({
    id: 'parley.colleagues',
    method: 'GET',
    path: '/api/v3/parley/colleagues',
    access: 'agent',
    summary: 'Active agents with their status, and departments: whom a chat can be transferred to',
    ok: answers(Colleagues),
  }),
}
