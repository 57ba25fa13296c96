import type { OperationId } from '../registry.ts'

/** What the operations of the account do besides storing and showing, one true sentence each. */
export const accountEffects = {
  'agentAwayStatuses.create': 'Agents can choose the status in the Agent Console while custom away statuses are on.',
  'agentAwayStatuses.update': 'Agents who can choose the status see its new name.',
  'agentAwayStatuses.delete':
    'The status can no longer be chosen; system statuses, and those that shifts use or agents have, stay.',

  'agentSSO.get': 'Shows the settings; the secret comes back empty.',
  'agentSSO.update':
    'Agents can sign in to the console through the named login server once it is enabled. Only an administrator may change it.',

  'agents.listByRole': 'Shows the agents who have the role, in pages.',
  'agents.listByDepartment': 'Shows the agents of the department, in pages.',
  'agents.getMe': 'Shows the agent whose token or key it is.',
  'agents.create':
    'The agent can sign in at once with the given password; without one, an administrator sets it first (no mail is sent).',
  'agents.update':
    'Rights and departments count from the next request on; a deactivated agent is signed out at once. Only administrators change administrators, and the last active one stays.',
  'agents.updateMe': "Changes the caller's own name, contact details and formats, nothing that gives rights.",
  'agents.delete':
    'The agent is signed out at once and gone from roles and departments; finished chats keep the name. Refused while routing names the agent, and for the last active administrator.',
  'agents.unlock': 'Lifts the lock that wrong passwords brought, so that the agent can sign in again.',
  'agents.changePassword': 'The old password and all tokens of the agent end at once.',
  'agents.changeMyPassword': "Ends the caller's tokens, after the current password was checked.",

  'auditLogs.list': 'Shows who changed what, newest first, in pages.',

  'contactIdentities.create':
    'Whoever gives this address is the contact from now on; an identity of the type `visitor` merges that visitor, with their history, into the contact.',
  'contactIdentities.update':
    'The new value counts from now on; moved to another contact, it takes its visitors along.',
  'contactIdentities.delete': 'The contact is no longer found by it; a visitor it named is unknown again.',
  'contacts.create': 'The contact can be searched and given identities, by which visitors are recognised.',
  'contacts.update': 'Stored, and found by the new values.',
  'contacts.delete': 'The contact goes with its identities; its visitors are unknown again, their chats stay.',

  'departments.create':
    'Chats can be routed and transferred to it, and visitors can choose it while departments are on.',
  'departments.update':
    'Who is in it, and whether it is available in chat, counts for the next chat that is distributed or transferred.',
  'departments.delete':
    'Its agents stay; chats that wait for it go on to everybody who may take them. Refused while routing names it.',

  'permissions.list': 'Shows every permission there is; the list is fixed.',
  'permissions.listByRole': 'Shows what the role allows.',
  'permissions.listByAgent': "Shows the agent's own permissions, without those of roles.",
  'permissions.listEffectiveByAgent': "Shows the agent's permissions together with those of all their roles.",
  'permissions.updateForRole':
    'Replaces the list; everybody who has the role may do just that from the next request on. Nobody grants what they lack.',
  'permissions.updateForAgent': 'Replaces the list; it counts from the next request on. Nobody grants what they lack.',

  'privateCannedMessageCategories.create': 'Only its owner sees the category.',
  'privateCannedMessageCategories.update': 'Stored and read back, by its owner only.',
  'privateCannedMessageCategories.delete': 'The category goes; refused while something is in it.',
  'privateCannedMessages.create': 'Only its owner sees the message; the Agent Console does not offer it in chats yet.',
  'privateCannedMessages.update': 'Stored and read back, by its owner only.',
  'privateCannedMessages.delete': 'The message goes.',
  'privateCannedMessages.addSimilarQuestions': 'The questions are added to those the message has.',
  'publicCannedMessageCategories.create': 'Stored and read back.',
  'publicCannedMessageCategories.update': 'Stored and read back.',
  'publicCannedMessageCategories.delete': 'The category goes; refused while something is in it.',
  'publicCannedMessages.create': 'Stored and read back; the Agent Console does not offer it in chats yet.',
  'publicCannedMessages.update': 'Stored and read back.',
  'publicCannedMessages.delete': 'The message goes.',
  'publicCannedMessages.addSimilarQuestions': 'The questions are added to those the message has.',

  'roles.create': 'Agents can be given the role, and have its permissions from the next request on.',
  'roles.update': 'Who has the role, and what it allows, counts from the next request on.',
  'roles.delete': 'Its agents lose what only the role allowed; system roles stay.',

  'shifts.create':
    'Its agents who are signed in become Online when its hours begin and away when they end; in between they choose.',
  'shifts.update': 'Its agents follow the new hours, holidays and away statuses from now on.',
  'shifts.delete': 'Agents whom it had put away are Online again, and choose for themselves from then on.',

  'site.update':
    'The company stands in the widget, the time zone is that of shifts without one; the other details are stored and read back.',

  'visitorSSO.get': 'Shows the settings.',
  'visitorSSO.update': 'Stored; no effect yet: visitors are not asked to sign in.',

  'visitors.list': 'Shows the visitors of a time, in pages.',

  'whitelistedLoginIPRanges.create': 'Sign-ins and requests from outside every range are refused with 403 from now on.',
  'whitelistedLoginIPRanges.update': 'The new range counts at once.',
  'whitelistedLoginIPRanges.delete': 'The range no longer counts; without any range every address may sign in.',
} satisfies Partial<Record<OperationId, string>>
