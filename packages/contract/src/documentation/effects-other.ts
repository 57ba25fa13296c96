import type { OperationId } from '../registry.ts'

/** What the operations on chats, reports, sign-in and the console do, one true sentence each. */
export const otherEffects = {
  'chats.list': 'Shows finished chats, newest first, in pages; those of today unless told.',
  'chats.get': 'Shows a chat, also while it runs.',
  'chats.delete': 'The chat goes with its messages; its numbers stay in the reports. A running chat is refused.',
  'chats.deleteMany': 'All of the chats go, or none: one that is unknown or runs refuses the whole request.',
  'liveChatAgents.get': 'Shows the status and the number of running chats.',
  'liveChatAgents.update': 'The agent has the status at once: Online ones get chats, others get no new ones.',
  'liveChatAgents.list': 'Shows the status of every active agent.',
  'liveChatVisitors.list': 'Shows who is on the site now.',
  'liveChatVisitors.get': 'Shows a visitor who is on the site now.',
  'liveChatVisitors.updateCustomVariableResults':
    "The values are kept with the visitor's session and shown to agents at once; unknown names are ignored.",
  'offlineMessages.list': 'Shows the messages that visitors left, newest first, in pages; those of today unless told.',
  'offlineMessages.delete': 'The message goes.',
  'offlineMessages.deleteMany': 'All of the messages go, or none: one that is unknown refuses the whole request.',
  'sessions.get': 'Shows one visit: where the visitor came from, and with what.',

  'reports.chatVolume': 'Counts chats by the time of their request, or by campaign, department or segment.',

  'auth.jwtGenerate': 'Gives a token for two hours; five wrong passwords lock the account for half an hour.',
  'auth.oauthToken':
    'Gives an access token for two hours and a refresh token that works once; using one twice ends the sign-in.',

  'apiKeys.list': 'Shows how the keys begin and when they were last used, never the keys.',
  'apiKeys.create': 'The key works at once, with all permissions of its agent.',
  'apiKeys.delete': 'The key stops working at once.',
  'oauthClients.create': 'Agents can be asked to let the application act for them.',
  'oauthClients.delete': 'The application is shut out at once, with all its tokens.',
  'parley.installation': 'Shows what the sign-in page needs to know.',
  'parley.signInOptions': 'Shows whether agents of the site can sign in with their company; nothing else of the site.',
  'parley.signIn': 'Gives a token and, in a cookie no script can read, what renews it.',
  'parley.refresh': 'Gives a new token and a new cookie; a cookie that comes back after its use ends the sign-in.',
  'parley.signOut': 'The cookie and the tokens of this browser end.',
  'parley.workplace': 'Shows who is signed in and what they may do.',
  'parley.colleagues': 'Shows to whom a chat can be transferred now.',
} satisfies Partial<Record<OperationId, string>>
