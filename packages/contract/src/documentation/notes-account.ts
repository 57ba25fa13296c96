import type { Notes } from './notes.ts'

const SAML_ADDRESS = 'Where the login server takes SAML requests'
const canned = {
  message: 'The text agents send',
  IfSetHtmlMessageForEmail: 'Whether e-mail has a text of its own, `htmlMessage`',
  shortcuts: 'What agents type to get the message',
  similarQuestions: 'Questions the message answers',
} as const

/** Remarks on what belongs to the account. */
export const accountNotes = {
  Agent: {
    displayName: 'What visitors and colleagues see; the first name unless given',
    isAdmin: 'Has every permission',
    isActive: 'May sign in',
    isLocked: 'Locked by wrong passwords; ends after half an hour or by unlocking',
    permissionIds: "The agent's own permissions, without those of roles",
    roleIds: 'Roles whose permissions the agent has besides',
    departmentIds: 'Departments whose chats the agent may take',
    shiftIds: 'Shifts that name the agent; those of departments count besides',
    datetimeFormat: 'How the console shows times',
  },
  AgentAwayStatus: { isSystem: 'Came with the site and stays', order: 'Place in the list' },
  AgentSSO: {
    isEnabled: 'Whether the sign-in page offers it; signing in by password stays possible',
    samlSSOURL: SAML_ADDRESS,
    samlLogoutURL: 'Where the browser goes after signing out',
    jwtLoginURL: 'Where the browser goes to sign in; it comes back with a signed token',
    jwtLogoutURL: 'Where the browser goes after signing out',
  },
  AuditLog: {
    createdBy: 'The agent who did it',
    actionTime: 'When it was done',
    actionType: 'What kind of change it was',
    actionSummary: 'What was changed, in a sentence',
    actionDetails: 'Which properties were changed',
  },
  ContactIdentity: {
    contactId: 'Whose identity it is',
    type: 'What the value is; `visitor` is the id of a browser',
    value: 'The address, number, account or id',
    infoURL: 'A page about the person',
    screenName: 'What the person is called there',
    originalContactPageURL: 'The page the contact came from',
  },
  Department: {
    isAvailableInChat: 'Whether chats can go to it',
    isAvailableInTicketingAndMessaging: 'For other products; no effect here',
    offlineMessageMailTo: 'Who is told of messages to it',
    offlineMessageEmailAddresses: 'Addresses, with commas between them',
  },
  FieldMapping: { attribute: "An attribute of the login server's answer", comm100Field: 'The visitor field it fills' },
  Holiday: { date: "A day in the shift's time zone on which no hours begin" },
  Permission: { id: 'The same on every site' },
  PrivateCannedMessage: { ...canned, categoryId: 'One of the same agent; none means the top level' },
  PrivateCannedMessageCategory: { parentId: 'The category it lies in; the GUID of zeros means the top level' },
  PublicCannedMessage: { ...canned, categoryId: 'The category it lies in' },
  PublicCannedMessageCategory: { parentId: 'The category it lies in; the GUID of zeros means the top level' },
  Role: {
    type: '`administrator` and `agent` came with the site and stay',
    agentIds: 'Who has the role',
    permissionIds: 'What the role allows',
  },
  Shift: {
    timeZone: "That of the site unless given; hours are read on the zone's clock",
    ifAutoDetectDayLight: 'Off: standard time all year',
    agentIds: 'Agents who work by it',
    departmentIds: 'Departments all of whose agents work by it',
  },
  Site: { dateTimeFormat: 'How the console shows times', registeredEmail: 'The address the site was made with' },
  Visitor: { numberOfVisits: 'Visits so far', numberOfChats: 'Chats so far' },
  VisitorSSO: {
    loginUrl: SAML_ADDRESS,
    artifactResolutionService: "Where the login server's artifacts are resolved",
    fieldMappings: "Which attributes of the login server's answer fill which fields of the visitor",
    perCampaign: 'What each campaign asks for',
  },
  VisitorSSOCampaign: {
    isPrechatFromSkipped: 'Spelled so; who is signed in skips the pre-chat form',
    ifOpenSignInPageEmbeddedWindow: 'Whether the sign-in page opens inside the chat window',
  },
  WhitelistedLoginIPRange: { ipFrom: 'The first address of the range', ipTo: 'The last address of the range' },
  WorkingHours: {
    dayOfWeek: 'The day on which the hours begin',
    startTime: 'HH:mm',
    endTime: 'HH:mm; before `startTime` it means the next day, 00:00 the end of the day',
    awayStatusId: 'The status when these hours are over; Away unless given',
  },
} satisfies Notes
