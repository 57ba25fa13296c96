import type { EntityMap } from '../entities.ts'
import type { AnyOperation } from '../operation.ts'
import type { FieldFacts } from '../schema/field.ts'

type Notes = { readonly [E in keyof EntityMap]?: { readonly [K in keyof EntityMap[E]['fields']]?: string } }

const CONDITIONS = 'How several conditions go together; `logicalExpression` is read only for `logicalExpression`'
const EXPRESSION = 'Orders of conditions, such as `1 and (2 or 3)`'
const ROUTE_TO = 'The id of the agent or department that `routeTo` speaks of, as text'
const BOT_SHARE = 'Of 100 chats, how many go to the chatbot first'
const LAST_AGENT = 'The agent of the last chat is tried first, when Online and below their limit'
const METHOD =
  '`loadBanlancing`: fewest chats; `roundRobin`: in turn; `capabilityWeighted`: fewest chats for their limit'
const LIMITED = 'The limit, when `isLimitMaxConcurrentChatsForAllAgents` is on'

/** Remarks on properties whose name does not say it all; the contract's own notes win. */
const notesByEntity: Notes = {
  Agent: {
    isAdmin: 'Has every permission',
    isActive: 'May sign in',
    isLocked: 'Locked by wrong passwords; ends after half an hour or by unlocking',
    permissionIds: "The agent's own permissions, without those of roles",
    departmentIds: 'Departments whose chats the agent may take',
    datetimeFormat: 'How the console shows times',
  },
  AgentAwayStatus: { isSystem: 'Came with the site and stays', order: 'Place in the list' },
  AgentAutoDistribution: {
    ifAutoAcceptChat: 'Chats are given without asking',
    maxConcurrentChats: 'The limit, when `isLimitMaxConcurrentChatsForAllAgents` is off',
  },
  AlertTo: { departmentIds: 'Whose agents are alerted', agentIds: 'Who is alerted' },
  AuditLog: { createdBy: 'The agent who did it', actionTime: 'When it was done' },
  AutoDistribution: {
    autoDistributionMethod: METHOD,
    isLastChattedAgentPreferred: LAST_AGENT,
    maxConcurrentChatsForAllAgents: LIMITED,
    ifAgentCanManuallyAcceptChatsAfterReachingMaxChatsLimit: 'Above the limit agents may still accept chats themselves',
    ifAutoAcceptChatWhenHavingAudioVideoChat: 'Chats are given to agents who are in an audio or video chat, too',
  },
  AutoInvitation: {
    conditionMetType: CONDITIONS,
    logicalExpression: EXPRESSION,
    order: 'Which invitation is tried first',
  },
  Ban: { ipRangeFrom: 'The first address of the range', ipRangeTo: 'The last address of the range' },
  Chat: {
    agentIds: 'Everybody who was in the chat',
    ifQueued: 'Whether the visitor had to wait in the queue',
    startTime: 'When an agent took the chat',
    requestedTime: 'When the visitor asked for it',
    status: '`normal`: answered; `missed`: nobody answered in time; `refused`: everybody refused',
    avgResponseTime: 'Seconds from a message of the visitor to the next one of an agent, on average',
    offlineMessageId: 'The message the visitor left instead',
  },
  ChatMessage: { type: '`note`: for agents only', attachmentUrl: 'A file that was sent' },
  ChatPostChat: { ratingGrade: '`level5` is the best' },
  ChatVolumeRow: {
    chatRequests: 'Chats, missed and refused together',
    missedChats: 'Nobody answered in time',
    refusedChats: 'Everybody refused',
  },
  ChatbotIntegration: { percentageToChatbot: BOT_SHARE },
  ChatWindow: { color: 'The colour of button and window', minutesOfVisitorInactivity: 'After how long a chat ends' },
  ConversionAchieved: { conversionName: 'The name of an enabled conversion action of the type `api`' },
  ConversionAction: {
    operator: 'How the address or variable is compared with `value`; `isLessThen` and `isMoreThen` are spelled so',
    chatAssociatedWithConversion: 'To which chat of the visitor the conversion belongs',
    visitorMessagesAtLeast: 'How many messages of the visitor a chat needs to count',
    chatInLastDays: 'How old the chat may be',
  },
  CustomField: { name: 'A field of the pre-chat form' },
  CustomRule: {
    order: 'Which rule is tried first; the first whose conditions hold wins',
    routeToId: ROUTE_TO,
    percentageToBot: BOT_SHARE,
    conditionMetType: CONDITIONS,
    logicalExpression: EXPRESSION,
  },
  CustomVariable: {
    name: 'As the page calls it',
    value: 'What the page takes the value from',
    hyperlink: 'Where the value leads; `{value}` stands for it',
  },
  CustomVariableResult: { url: 'Where the value leads, by the hyperlink of its variable' },
  CustomerSegment: {
    color: 'RRGGBB',
    order: 'Place in the list',
    conditionMetType: CONDITIONS,
    logicalExpression: EXPRESSION,
  },
  Department: {
    isAvailableInChat: 'Whether chats can go to it',
    offlineMessageMailTo: 'Who is told of messages to it',
  },
  DepartmentAutoDistribution: {
    autoDistributionMethod: METHOD,
    isLastChattedAgentPreferred: LAST_AGENT,
    backupDepartmentId: 'Whose agents are asked when nobody of this one can take the chat',
  },
  Invitation: {
    style: 'How invitations look',
    autoInvitations: 'Changed by operations of their own; what a PUT says of them is not looked at',
  },
  LiveChatAgent: { ongoingChats: 'Chats the agent is in now' },
  LiveChatCondition: { order: 'The number by which `logicalExpression` names the condition' },
  LiveChatField: { isSystem: 'Came with the form: can be hidden, not deleted' },
  LiveChatVisitor: {
    visits: 'Visits so far, this one included',
    visitTime: 'When this visit began',
    currentBrowsing: 'The page the visitor looks at',
  },
  Permission: { id: 'The same on every site' },
  Role: { type: '`administrator` and `agent` came with the site and stay' },
  Routing: {
    routeToId: ROUTE_TO,
    routeToIdWhenNoRuleMatched: 'The id for `actionWhenNoRuleMatched`, as text',
    percentageToBot: BOT_SHARE,
    percentageToBotWhenNoRuleMatched: BOT_SHARE,
    emailsToReceiveOfflineMessage: 'Addresses, with commas between them',
  },
  SecureFormField: { isSystem: 'Came with the form and stays' },
  Session: { keywords: 'What the visitor searched for, when a search engine brought them' },
  Settings: {
    isAutoDistributionEnabled: 'Off: every agent who could take a chat is asked',
    isCreditCardMaskingEnabled: 'Card numbers in messages are masked before they are stored',
    isDepartmentEnabled: 'Visitors may choose a department',
  },
  Shift: { ifAutoDetectDayLight: 'Off: standard time all year' },
  Visitor: { numberOfVisits: 'Visits so far', numberOfChats: 'Chats so far' },
  VisitorSSOCampaign: { isPrechatFromSkipped: 'Spelled so; who is signed in skips the pre-chat form' },
  Webhook: { targetUrl: 'Where the event is sent by POST' },
  WhitelistedLoginIPRange: { ipFrom: 'The first address of the range', ipTo: 'The last address of the range' },
  WorkingHours: {
    startTime: 'HH:mm, in the time zone of the shift',
    endTime: 'HH:mm, in the time zone of the shift',
    awayStatusId: 'The away status of that period',
  },
}

/** The remark on a property, as a sentence; empty when its name says enough. */
export function noteOf(entity: string, name: string, facts: FieldFacts): string {
  const said = facts.note ?? (notesByEntity as Record<string, Record<string, string>>)[entity]?.[name]
  return said ? sentence(said) : ''
}

const PARAMETERS: Readonly<Record<string, string>> = {
  id: 'The id of the object',
  pageIndex: 'Which page, counted from 1',
  pageSize: 'How many on a page',
  include: 'What to show along with it, with commas between the words',
  keywords: 'Finds what contains this text',
  timeFrom: 'The earliest time',
  timeTo: 'The latest time',
  dateFrom: 'The earliest time',
  dateTo: 'The latest time',
  requestedTime: 'The earliest time of a visit',
  agentId: 'Those of this agent',
  departmentId: 'Those of this department',
  campaignId: 'Those of this campaign',
  visitorId: 'Those of this visitor',
  categoryId: 'Those that were wrapped up with this category',
  visitorSegmentId: 'Those of visitors in this segment',
  category: 'Those of this category',
  actionType: 'Those of this kind of change',
  status: 'Those with this status',
  name: 'Those whose name contains this text',
  company: 'Those whose company contains this text',
  contactIdentityName: 'Those with an identity of this name',
  contactIdentityValue: 'Those with an identity of this value',
  contactIdentityType: 'Those with an identity of this type',
  conditions: 'All of these have to hold; sent as `conditions[0][field]=name&conditions[0][value]=Jo`',
  filterName: 'What to count only one of',
  group: 'By what to count',
}

/** What a parameter of a path or query is for. */
export function parameterNote({ path, params, query }: AnyOperation, name: string): string {
  const own = (params[name] ?? query[name])?.facts.note as string | undefined
  if (name in params && name !== 'id') return sentence(`The id of the ${words(name.replace(/Id$/, ''))}`)
  if (name in params) return sentence(`The id of the ${nounBefore(path)}`)
  const general = PARAMETERS[name] ?? words(name)
  return own ? `${sentence(general)} ${sentence(own)}` : sentence(general)
}

/** `…/customRules/{id}` is about a custom rule. */
function nounBefore(path: string): string {
  const collection = path.slice(0, path.indexOf('/{id}')).split('/').at(-1) ?? ''
  return words(
    collection
      .replace(/ies$/, 'y')
      .replace(/(us)es$/, '$1')
      .replace(/s$/, ''),
  )
}

function words(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
