/** Every permission an agent or role can hold. 201 is the reference's id; the others are ours, 1xx settings, 2xx live chat, 3xx bots. */
export const permissionCatalogue = [
  {
    id: 101,
    name: 'Manage Agent & Agent Roles',
    description: 'See and change agent & agent roles',
    category: 'globalSettings',
  },
  { id: 102, name: 'Manage Contacts', description: 'See and change contacts', category: 'globalSettings' },
  {
    id: 103,
    name: 'Manage Custom Away Status',
    description: 'See and change custom away status',
    category: 'globalSettings',
  },
  { id: 104, name: 'Manage Departments', description: 'See and change departments', category: 'globalSettings' },
  {
    id: 105,
    name: 'Manage Private Canned Messages',
    description: 'See and change private canned messages',
    category: 'globalSettings',
  },
  {
    id: 106,
    name: 'Manage Public Canned Messages',
    description: 'See and change public canned messages',
    category: 'globalSettings',
  },
  { id: 107, name: 'Manage Security', description: 'See and change security', category: 'globalSettings' },
  { id: 108, name: 'Manage Settings', description: 'See and change settings', category: 'globalSettings' },
  { id: 109, name: 'Manage Site', description: 'See and change site', category: 'globalSettings' },
  { id: 110, name: 'View Audit Log', description: 'See audit log', category: 'globalSettings' },
  {
    id: 111,
    name: 'Buy Email Marketing Credits',
    description: 'Buy email marketing credits',
    category: 'globalSettings',
  },
  { id: 112, name: 'Manage Billing Info', description: 'See and change billing info', category: 'globalSettings' },
  {
    id: 113,
    name: 'Manage Header And Footer Settings',
    description: 'See and change header and footer settings',
    category: 'globalSettings',
  },
  { id: 114, name: 'Manage Plan', description: 'See and change plan', category: 'globalSettings' },
  { id: 115, name: 'View Balance History', description: 'See balance history', category: 'globalSettings' },
  { id: 201, name: 'Accept Chats', description: 'Take chat requests', category: 'liveChat' },
  {
    id: 202,
    name: 'Delete Transcripts',
    description: 'Delete chats and offline messages for good',
    category: 'liveChat',
  },
  { id: 203, name: 'Manage Ban List', description: 'See and change ban list', category: 'liveChat' },
  { id: 204, name: 'Manage Bot', description: 'See and change bot', category: 'liveChat' },
  { id: 205, name: 'Manage Campaigns', description: 'See and change campaigns', category: 'liveChat' },
  { id: 206, name: 'Manage Custom Variable', description: 'See and change custom variable', category: 'liveChat' },
  {
    id: 207,
    name: 'Manage Dashboard Custom Metrics',
    description: 'See and change dashboard custom metrics',
    category: 'liveChat',
  },
  { id: 208, name: 'Manage Integration', description: 'See and change integration', category: 'liveChat' },
  { id: 209, name: 'View Reports', description: 'See reports', category: 'liveChat' },
  { id: 210, name: 'Capture Visitor', description: 'Capture visitor', category: 'liveChat' },
  { id: 211, name: 'Chat With Agents', description: 'Chat with agents', category: 'liveChat' },
  { id: 212, name: 'Invite Visitor', description: 'Invite visitor', category: 'liveChat' },
  { id: 213, name: 'Join Chats', description: 'Join chats', category: 'liveChat' },
  { id: 214, name: 'Log Other Agent Off', description: 'Sign other agent off', category: 'liveChat' },
  { id: 215, name: 'Monitor All Chats', description: 'Watch all chats', category: 'liveChat' },
  {
    id: 216,
    name: 'Monitor Chats In My Department',
    description: 'Watch chats in my department',
    category: 'liveChat',
  },
  { id: 217, name: 'Promote Visitor', description: 'Promote visitor', category: 'liveChat' },
  { id: 218, name: 'Refuse Chats', description: 'Refuse chats', category: 'liveChat' },
  { id: 219, name: 'Set Other Agent To Away', description: 'Set other agent to away', category: 'liveChat' },
  { id: 220, name: 'Transfer Chats', description: 'Transfer chats', category: 'liveChat' },
  {
    id: 221,
    name: 'View Agent Chats In My Department',
    description: 'See agent chats in my department',
    category: 'liveChat',
  },
  { id: 222, name: 'View All Agent Chats', description: 'See all agent chats', category: 'liveChat' },
  { id: 223, name: 'View All History', description: 'See all history', category: 'liveChat' },
  { id: 224, name: 'View History In My Department', description: 'See history in my department', category: 'liveChat' },
  { id: 301, name: 'Manage Agent Bot', description: 'See and change agent bot', category: 'bot' },
] as const

export type PermissionName = (typeof permissionCatalogue)[number]['name']
export type PermissionId = (typeof permissionCatalogue)[number]['id']

const ids = new Map<PermissionName, PermissionId>(permissionCatalogue.map(({ id, name }) => [name, id]))

/** The number under which a permission is stored and sent. */
export function permissionId(name: PermissionName): PermissionId {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`no permission ${name}`)
  return id
}
