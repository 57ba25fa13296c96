import { CONDITIONS, EXPRESSION, type Notes } from './notes.ts'

const LAST_AGENT = 'The agent of the last chat is tried first, when Online and below their limit'
const METHOD =
  '`loadBanlancing`: fewest chats; `roundRobin`: in turn; `capabilityWeighted`: fewest chats for their limit'
const FOR_THIRD_PARTY = 'Needed for `thirdParty`; empty otherwise'

/** Remarks on chats, visitors, reports and settings. */
export const chatNotes = {
  AgentAutoDistribution: {
    ifAutoAcceptChat: 'Chats are given without asking',
    maxConcurrentChats: 'The limit, when `isLimitMaxConcurrentChatsForAllAgents` is off',
  },
  AlertTo: { departmentIds: 'Whose agents are alerted', agentIds: 'Who is alerted' },
  AutoDistribution: {
    autoDistributionMethod: METHOD,
    isLastChattedAgentPreferred: LAST_AGENT,
    isLimitMaxConcurrentChatsForAllAgents: 'One limit for all agents; off: each has their own',
    maxConcurrentChatsForAllAgents: 'The limit, when `isLimitMaxConcurrentChatsForAllAgents` is on',
    ifAgentCanManuallyAcceptChatsAfterReachingMaxChatsLimit: 'Above the limit agents may still accept chats themselves',
    ifAutoAcceptChatWhenHavingAudioVideoChat: 'Chats are given to agents who are in an audio or video chat, too',
  },
  Ban: {
    type: 'Whether one visitor, one address or a range of addresses is banned',
    ipRangeFrom: 'The first address of the range',
    ipRangeTo: 'The last address of the range',
  },
  Chat: {
    agentIds: 'Everybody who was in the chat',
    ifQueued: 'Whether the visitor had to wait in the queue',
    startTime: 'When an agent took the chat',
    requestedTime: 'When the visitor asked for it',
    status: '`normal`: answered; `missed`: nobody answered in time; `refused`: everybody refused',
    source: 'What brought the visitor to chat',
    avgResponseTime: 'Seconds from a message of the visitor to the next one of an agent, on average',
    customerSegments: 'Segments the visitor was in when asking for the chat',
    offlineMessageId: 'The message the visitor left instead',
  },
  ChatAgentWrapUp: { categories: 'What the agent sorted the chat under' },
  ChatMessage: { type: '`note`: for agents only', attachmentUrl: 'A file that was sent' },
  ChatPostChat: { ratingGrade: '`level5` is the best', fieldValues: 'Answers to the other fields of the form' },
  ChatPreChat: {
    fieldValues: 'Answers to the other fields of the form',
    departmentId: 'The department that was chosen',
  },
  ChatVolumeRow: {
    chatRequests: 'Chats, missed and refused together',
    missedChats: 'Nobody answered in time',
    refusedChats: 'Everybody refused',
  },
  ConversionAchieved: {
    conversionName: 'The name of an enabled conversion action of the type `api`',
    visitorId: 'Somebody who is on the site now',
    value: 'What the conversion is worth',
  },
  ConversionAction: {
    type: 'What makes a conversion: a page, a variable, or a program that tells of it',
    operator: 'How the address or variable is compared with `value`; `isLessThen` and `isMoreThen` are spelled so',
    isValueAssignedToConversion: 'Whether a conversion is worth something',
    valueSource: 'Where the worth comes from',
    chatAssociatedWithConversion: 'To which chat of the visitor the conversion belongs',
    isChatInLastCertainDaysConsidered: 'Whether only chats of the last `chatInLastDays` days count',
    visitorMessagesAtLeast: 'How many messages of the visitor a chat needs to count',
    chatInLastDays: 'How old the chat may be',
    appendFieldList: 'What the transcript says of the conversion',
  },
  CustomField: { name: 'A field of the pre-chat form' },
  CustomVariable: {
    name: 'As the page calls it',
    hyperlink: 'The address its values lead to',
  },
  CustomVariableResult: { url: 'The hyperlink of its variable' },
  CustomerSegment: {
    color: 'RRGGBB',
    order: 'Place in the list',
    alertTo: 'Who is told when somebody enters it',
    conditionMetType: CONDITIONS,
    logicalExpression: EXPRESSION,
  },
  DepartmentAutoDistribution: {
    autoDistributionMethod: METHOD,
    isLastChattedAgentPreferred: LAST_AGENT,
    backupDepartmentId: 'Whose agents are asked when nobody of this one can take the chat',
  },
  DynamicCampaign: { defaultCampaignId: 'The campaign when no rule holds' },
  DynamicCampaignRule: {
    conditionMetType: CONDITIONS,
    logicalExpression: EXPRESSION,
    order: 'Which rule is tried first',
  },
  FieldValue: { url: 'Where the value leads' },
  LiveChatAgent: { ongoingChats: 'Chats the agent is in now' },
  LiveChatCondition: { order: 'The number by which `logicalExpression` names the condition' },
  LiveChatVisitor: {
    visits: 'Visits so far, this one included',
    chats: 'Chats so far',
    pageViews: 'Pages looked at in this visit',
    visitTime: 'When this visit began',
    currentBrowsing: 'Title and address of the page the visitor looks at',
    customFields: 'Answers to fields of the form that the customer added; empty so far',
    flashVersion: 'Browsers no longer tell; null',
  },
  MobilePush: {
    iosProductionCertificateFileData: 'The PKCS #12 file, base64',
    iosDevelopmentCertificateFileData: 'The PKCS #12 file, base64',
    iosApnsPayloadFormat: FOR_THIRD_PARTY,
    iosThirdPartyURL: FOR_THIRD_PARTY,
    iosThirdPartyRequestHeaders: FOR_THIRD_PARTY,
    iosThirdPartyBody: FOR_THIRD_PARTY,
    androidGcmAPIKey: 'Needed for `GCM`; empty otherwise',
    androidGcmExtraData: 'Needed for `GCM`; empty otherwise',
    androidThirdPartyURL: FOR_THIRD_PARTY,
    androidThirdPartyRequestHeaders: FOR_THIRD_PARTY,
    androidThirdPartyRequestBody: FOR_THIRD_PARTY,
  },
  OfflineMessage: {
    ssoUserId: 'Who the visitor is at the login server',
    agentId: 'The agent it was meant for',
    customFields: 'Answers to fields of the form that the customer added; empty so far',
    customerSegments: 'Segments the visitor was in when leaving the message',
  },
  SecureFormField: {
    displayName: 'What the visitor reads',
    isSystem: 'Came with the form and stays',
    options: 'What can be chosen',
  },
  Session: {
    keywords: 'What the visitor searched for, when a search engine brought them',
    contactId: 'The person the visitor is known to be',
    flashVersion: 'Browsers no longer tell; null',
  },
  Settings: {
    isAutoDistributionEnabled: 'Off: every agent who could take a chat is asked',
    isCustomAwayStatusEnabled: 'Agents may choose away statuses of the site',
    isCreditCardMaskingEnabled: 'Card numbers in messages are masked before they are stored',
    isCustomerSegmentEnabled: 'Visitors are put into segments',
    isCustomVariablesEnabled: 'What pages tell of visitors is kept',
    isDepartmentEnabled: 'Visitors may choose a department',
  },
  TranslationExcludedWords: { excludedWords: 'Words that stay as they are' },
  Webhook: { targetUrl: 'Where the event is sent by POST' },
} satisfies Notes
