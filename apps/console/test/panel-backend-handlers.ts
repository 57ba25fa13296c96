import { permissionCatalogue, type Shape } from '@parley/contract'
import { type Call, Refusal } from './panel-backend-call.ts'
import { chatVolumeRows } from './panel-backend-report.ts'
import { fakeId, type Store } from './panel-backend-store.ts'

type Handler = (call: Call) => unknown

const token = () => ({ token: 'fake', expiresIn: 7200, siteId: 10000, agentId: 1 })

function found<T>(item: T | undefined): T {
  if (!item) throw new Refusal(404000, 'There is no such object on this site.')
  return item
}

let created = 0

/** List, get, create, update and delete of rows with a GUID. */
function crud<T extends { id: string }>(name: string, rowsOf: (store: Store) => T[], blank: () => Omit<T, 'id'>) {
  const remove = (store: Store, id: string) => {
    const rows = rowsOf(store)
    rows.splice(rows.indexOf(found(rows.find((row) => row.id === id))), 1)
  }
  const unique = (call: Call, id: string) => {
    const taken = rowsOf(call.store).some((row) => row.id !== id && 'name' in row && row.name === call.body.name)
    if (taken) throw new Refusal(400000, `Parameter 'name' is already in use.`)
  }
  return {
    [`${name}.list`]: ({ store }: Call) => rowsOf(store),
    [`${name}.get`]: ({ store, params }: Call) => found(rowsOf(store).find(({ id }) => id === params.id)),
    [`${name}.create`]: (call: Call) => {
      unique(call, '')
      created += 1
      const row = { ...blank(), ...call.body, id: fakeId(9, created) } as T
      rowsOf(call.store).push(row)
      return row
    },
    [`${name}.update`]: (call: Call) => {
      unique(call, call.params.id ?? '')
      return Object.assign(found(rowsOf(call.store).find(({ id }) => id === call.params.id)), call.body)
    },
    [`${name}.delete`]: ({ store, params }: Call) => remove(store, params.id ?? ''),
  } satisfies Record<string, Handler>
}

function findAgent({ store, params }: Call, name = 'id'): Shape<'Agent'> {
  return found(store.agents.find(({ id }) => id === Number(params[name])))
}

function listAgents({ store, query }: Call) {
  const words = (query.get('keywords') ?? '').toLowerCase()
  const size = Number(query.get('pageSize') ?? 10)
  const page = Number(query.get('pageIndex') ?? 1)
  const hits = store.agents.filter((a) => `${a.displayName} ${a.email}`.toLowerCase().includes(words))
  const include = query.get('include') ?? ''
  const agents = hits.slice((page - 1) * size, page * size).map((agent) => ({
    ...agent,
    ...(include.includes('role') ? { roles: store.roles.filter(({ id }) => agent.roleIds.includes(id)) } : {}),
    ...(include.includes('department')
      ? { departments: store.departments.filter(({ id }) => agent.departmentIds.includes(id)) }
      : {}),
  }))
  return { count: hits.length, nextPage: '', previousPage: '', agents }
}

function createAgent({ store, body }: Call) {
  if (store.agents.some(({ email }) => email === body.email))
    throw new Refusal(400000, `Parameter 'email' is already in use.`)
  const { password: _, ...fields } = body
  const blank = { ...store.agents[3], isActive: true, isAdmin: false, isLocked: false, phone: null, title: null }
  const agent = { ...blank, lastLoginTime: null, ...fields, id: store.nextAgentId++ } as Shape<'Agent'>
  store.agents.push(agent)
  return agent
}

function workplace({ store }: Call): Shape<'Workplace'> {
  const names = permissionCatalogue.map(({ name }) => name)
  return {
    siteId: 10000,
    company: store.site.company,
    agentId: 1,
    displayName: 'Ada Moreau',
    email: 'ada.moreau@fjell-outfitters.example',
    isAdmin: store.denied.size === 0,
    permissions: names.filter((name) => !store.denied.has(name)),
    awayStatuses: [],
    apiBaseUrl: 'http://localhost:4000',
    defaultCampaignId: store.campaigns[0]?.id ?? null,
    hasColleagues: store.agents.length > 1,
    hasChats: false,
    hasVisitors: true,
  }
}

function permissionsOf(ids: readonly number[]) {
  return permissionCatalogue.filter(({ id }) => ids.includes(id))
}

function effectivePermissions(call: Call) {
  const agent = findAgent(call, 'agentId')
  const roles = call.store.roles.filter(({ agentIds }) => agentIds.includes(agent.id))
  return permissionsOf([...agent.permissionIds, ...roles.flatMap(({ permissionIds }) => permissionIds)])
}

function installationCode(): Shape<'InstallationCode'> {
  return {
    code: `<!-- Parley live chat -->\n<script async src="http://localhost:4000/widget/loader.js"\n  data-site="10000" data-campaign="${fakeId(3, 1)}"></script>`,
  }
}

/** What the fake answers, by operation id. */
export const handlers: Record<string, Handler> = {
  'parley.installation': () => ({
    version: '0.1.0',
    defaultSiteId: 10000,
    isDemo: true,
    demoUrl: 'http://localhost:4000/demo/',
  }),
  'parley.signIn': token,
  'parley.refresh': token,
  'parley.signOut': () => undefined,
  'parley.workplace': workplace,
  'agents.list': listAgents,
  'agents.get': findAgent,
  'agents.getMe': ({ store }) => store.agents[0],
  'agents.create': createAgent,
  'agents.update': (call) => Object.assign(findAgent(call), call.body),
  'agents.updateMe': ({ store, body }) => Object.assign(found(store.agents[0]), body),
  'agents.unlock': (call) => void Object.assign(findAgent(call), { isLocked: false }),
  'agents.changePassword': (call) => {
    if (String(call.body.password ?? '').length < 8)
      throw new Refusal(400000, "Parameter 'password' must have at least 8 characters.")
    findAgent(call)
  },
  'agents.delete': (call) => {
    const agent = findAgent(call)
    if (agent.isAdmin) throw new Refusal(400000, 'The last active administrator cannot be deleted.')
    call.store.agents.splice(call.store.agents.indexOf(agent), 1)
  },
  ...crud(
    'roles',
    (store) => store.roles,
    () => ({ name: '', description: null, type: 'custom' as const, agentIds: [], permissionIds: [] }),
  ),
  ...crud(
    'departments',
    (store) => store.departments,
    () => ({
      name: '',
      description: null,
      isAvailableInChat: true,
      isAvailableInTicketingAndMessaging: true,
      offlineMessageMailTo: 'All agents in the department' as const,
      offlineMessageEmailAddresses: null,
      agentIds: [],
      shiftIds: [],
    }),
  ),
  ...crud(
    'campaigns',
    (store) => store.campaigns,
    () => ({ name: '', description: null, language: 'English' }),
  ),
  ...crud(
    'customVariables',
    (store) => store.customVariables,
    () => ({ name: '', type: 'text' as const, value: null, hyperlink: null }),
  ),
  'installationCode.get': installationCode,
  'permissions.list': () => permissionCatalogue,
  'permissions.listByAgent': (call) => permissionsOf(findAgent(call, 'agentId').permissionIds),
  'permissions.listEffectiveByAgent': effectivePermissions,
  'permissions.updateForAgent': (call) => {
    findAgent(call, 'agentId').permissionIds = call.body as unknown as number[]
    return effectivePermissions(call)
  },
  'permissions.updateForRole': ({ store, params, body }) => {
    const role = found(store.roles.find(({ id }) => id === params.roleId))
    role.permissionIds = body as unknown as number[]
    return permissionsOf(role.permissionIds)
  },
  'autoDistribution.get': ({ store }) => store.autoDistribution,
  'autoDistribution.update': ({ store, body }) => Object.assign(store.autoDistribution, body),
  'settings.get': ({ store }) => store.settings,
  'settings.update': ({ store, body }) => Object.assign(store.settings, body),
  'site.get': ({ store }) => store.site,
  'site.update': ({ store, body }) => Object.assign(store.site, body),
  'reports.chatVolume': ({ query, store }) => chatVolumeRows(query, store),
}
