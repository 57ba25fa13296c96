import { type PermissionName, permissionCatalogue, type Shape } from '@parley/contract'

/** All data of the fake's one site. */
export interface Store {
  /** permissions the signed-in agent lacks, for looking at the no-permission state */
  readonly denied: Set<PermissionName>
  nextAgentId: number
  agents: Shape<'Agent'>[]
  roles: Shape<'Role'>[]
  departments: Shape<'Department'>[]
  campaigns: Shape<'Campaign'>[]
  customVariables: Shape<'CustomVariable'>[]
  autoDistribution: Shape<'AutoDistribution'>
  settings: Shape<'Settings'>
  site: Shape<'Site'>
}

/** A GUID that shows what it names: kind and number. */
export function fakeId(kind: number, n: number): string {
  return `0190a${String(kind).padStart(3, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`
}

const people = [
  ['Ada', 'Moreau', 'Head of support'],
  ['Ben', 'Okafor', 'Support lead'],
  ['Clara', 'Lindqvist', 'Product specialist'],
  ['Dario', 'Fontana', 'Support agent'],
  ['Elif', 'Yilmaz', 'Support agent'],
  ['Finn', 'Halvorsen', 'Returns'],
  ['Grace', 'Mbeki', 'Support agent'],
  ['Hiro', 'Tanaka', 'Sales'],
  ['Ines', 'Carvalho', 'Sales'],
  ['Jonas', 'Wagner', 'Technical support'],
  ['Kira', 'Novak', 'Support agent'],
  ['Liam', "O'Sullivan", 'Weekend team'],
  ['Maya', 'Rosenberg-Villanueva', 'Support agent for very large and long-standing accounts'],
  ['Noor', 'Haddad', 'Returns'],
] as const

const everyPermission: number[] = permissionCatalogue.map(({ id }) => id)
const agentPermissions = [105, 201, 210, 211, 212, 213, 216, 218, 220, 221, 224]

function agent(index: number): Shape<'Agent'> {
  const [firstName, lastName, title] = people[index] ?? ['New', 'Agent', '']
  const inSales = index === 7 || index === 8
  const inReturns = index === 5 || index === 13
  return {
    id: index + 1,
    email: `${firstName}.${lastName}@fjell-outfitters.example`.toLowerCase().replace("'", ''),
    displayName: `${firstName} ${lastName}`,
    firstName,
    lastName,
    isAdmin: index === 0,
    isActive: index !== 11,
    phone: index % 3 === 0 ? `+47 22 00 0${index} 10` : null,
    title,
    bio: null,
    timeZone: 'W. Europe Standard Time',
    datetimeFormat: 'yyyy-MM-dd HH:mm:ss',
    createdTime: '2025-03-02T09:00:00Z',
    isLocked: index === 6,
    lockedTime: index === 6 ? new Date().toISOString() : null,
    lastLoginTime: index === 10 ? null : new Date(Date.now() - index * 37 * 3_600_000).toISOString(),
    permissionIds: index === 2 ? [209] : [],
    roleIds: index === 0 ? [fakeId(1, 1), fakeId(1, 2)] : index === 1 ? [fakeId(1, 2), fakeId(1, 3)] : [fakeId(1, 2)],
    departmentIds: [fakeId(2, inSales ? 1 : inReturns ? 3 : 2)],
    shiftIds: [],
  }
}

function role(n: number, fields: Pick<Shape<'Role'>, 'name' | 'description' | 'type' | 'agentIds' | 'permissionIds'>) {
  return { id: fakeId(1, n), ...fields }
}

function department(n: number, name: string, description: string, agentIds: number[]): Shape<'Department'> {
  return {
    id: fakeId(2, n),
    name,
    description,
    isAvailableInChat: true,
    isAvailableInTicketingAndMessaging: true,
    offlineMessageMailTo: n === 3 ? 'The email address(es)' : 'All agents in the department',
    offlineMessageEmailAddresses: n === 3 ? 'returns@fjell-outfitters.example' : null,
    agentIds,
    shiftIds: [],
  }
}

/** A fresh site of a shop for outdoor clothes. */
export function createStore(): Store {
  const agents = people.map((_, index) => agent(index))
  return {
    denied: new Set(),
    nextAgentId: people.length + 1,
    agents,
    roles: [
      role(1, {
        name: 'Administrator',
        description: 'May do everything.',
        type: 'administrator',
        agentIds: [1],
        permissionIds: everyPermission,
      }),
      role(2, {
        name: 'Agent',
        description: 'Takes chats and sees own history.',
        type: 'agent',
        agentIds: agents.map(({ id }) => id),
        permissionIds: agentPermissions,
      }),
      role(3, {
        name: 'Team lead',
        description: 'Watches chats, sees reports, helps others.',
        type: 'custom',
        agentIds: [2],
        permissionIds: [...agentPermissions, 106, 209, 215, 222, 223],
      }),
    ],
    departments: [
      department(1, 'Sales', 'Questions before an order', [8, 9]),
      department(2, 'Support', 'Orders, delivery, sizes and care', [1, 2, 3, 4, 5, 7, 10, 11, 12, 13]),
      department(3, 'Returns', 'Exchanges and refunds', [6, 14]),
    ],
    campaigns: [
      { id: fakeId(3, 1), name: 'Shop', description: 'On every page of the shop', language: 'English' },
      { id: fakeId(3, 2), name: 'Help centre', description: null, language: 'English' },
    ],
    customVariables: [
      {
        id: fakeId(4, 1),
        name: 'orderNumber',
        type: 'text',
        value: null,
        hyperlink: 'https://shop.example/orders/{value}',
      },
      { id: fakeId(4, 2), name: 'basketValue', type: 'decimal', value: null, hyperlink: null },
    ],
    autoDistribution: {
      autoDistributionMethod: 'loadBanlancing',
      isLastChattedAgentPreferred: true,
      isLimitMaxConcurrentChatsForAllAgents: true,
      maxConcurrentChatsForAllAgents: 3,
      ifAutoAcceptChatWhenHavingAudioVideoChat: false,
      ifAgentCanManuallyAcceptChatsAfterReachingMaxChatsLimit: true,
      departmentAutoDistributions: [],
      agentAutoDistributions: agents.map(({ id }) => ({
        agentId: id,
        ifAutoAcceptChat: id !== 5,
        maxConcurrentChats: 3,
      })),
    },
    settings: {
      siteId: 10000,
      isMultipleCampaignEnabled: true,
      isAutoDistributionEnabled: true,
      isCustomAwayStatusEnabled: false,
      isDepartmentEnabled: true,
      isAutoTranslationEnabled: false,
      isAudioAndVideoChatEnabled: false,
      isCustomerSegmentEnabled: false,
      isVisitorSSOEnabled: false,
      isCreditCardMaskingEnabled: true,
      isCustomVariablesEnabled: true,
      isSalesforceEnabled: false,
      isZendeskEnabled: false,
      isGoogleAnalyticsEnabled: false,
      isGotoMeetingEnabled: false,
      isJoinmeEnabled: false,
      isCobrowsingEnabled: false,
    },
    site: {
      id: 10000,
      dateTimeFormat: 'yyyy-MM-dd HH:mm:ss',
      timeZone: 'W. Europe Standard Time',
      company: 'Fjell & Fjord Outfitters',
      companySize: '21-50',
      website: 'https://fjell-outfitters.example',
      registeredEmail: 'ada.moreau@fjell-outfitters.example',
      phone: '+47 22 00 00 00',
      fax: null,
      mailingAddress: 'Storgata 14',
      city: 'Oslo',
      stateOrProvince: null,
      countryOrRegion: 'Norway',
      postalOrZipCode: '0184',
      firstName: 'Ada',
      lastName: 'Moreau',
    },
  }
}
