import type { OperationId } from '../registry.ts'

/** What the operations of the account do besides storing and showing, one true sentence each. */
export const accountEffects = {
  'agentAwayStatuses.create': 'Agents can choose the status in the Agent Console while custom away statuses are on.',
  'agentAwayStatuses.update': 'Agents who can choose the status see its new name.',
  'agentAwayStatuses.delete':
    'The status can no longer be chosen; system statuses, and those that shifts use or agents have, stay.',

  'agentSSO.get': 'Shows the settings; the secret comes back empty.',
  'agentSSO.update': 'Agents can sign in to the console through the named login server once it is enabled.',

  'agents.listByRole': 'Shows the agents who have the role, in pages.',
  'agents.listByDepartment': 'Shows the agents of the department, in pages.',
  'agents.getMe': 'Shows the agent whose token or key it is.',
  'agents.create':
    'The agent can sign in at once with the given password; without one, an administrator sets it first (no mail is sent).',
  'agents.update':
    'Rights, departments and limits count from the next request on; a deactivated agent is signed out at once. Only administrators change administrators, and the last active one stays.',
  'agents.updateMe': "Changes the caller's own name, contact details and formats, nothing that gives rights.",
  'agents.delete':
    'The agent is signed out at once and gone from roles and departments; finished chats keep the name. The last active administrator stays.',
  'agents.unlock': 'Lifts the lock that wrong passwords brought, so that the agent can sign in again.',
  'agents.changePassword': 'The old password and all tokens of the agent end at once.',
  'agents.changeMyPassword': "Ends the caller's tokens, after the current password was checked.",

  'auditLogs.list': 'Shows who changed what, newest first, in pages.',

  'contactIdentities.create': 'The contact is found by this address, number or account from now on.',
  'contactIdentities.update': 'The contact is found by the new value.',
  'contactIdentities.delete': 'The contact is no longer found by it.',
  'contacts.create': 'The contact can be searched, and given identities.',
  'contacts.update': 'Stored, and found by the new values.',
  'contacts.delete': 'The contact goes with its identities; visitors and their chats stay.',

  'departments.create':
    'Chats can be routed and transferred to it, and visitors can choose it while departments are on.',
  'departments.update':
    'Who is in it, and whether it is available in chat, counts for the next chat that is distributed or transferred.',
  'departments.delete': 'Its agents stay; chats that wait for it go on to everybody who may take them.',

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

  'shifts.create': 'Sets the status of its agents who are signed in, at once and at every boundary of working hours.',
  'shifts.update': 'The status of its agents who are signed in follows the new hours at once.',
  'shifts.delete': 'Agents whom it had put away are Online again, and choose for themselves from then on.',

  'site.update': 'The company stands in the widget; the other details are stored and read back.',

  'visitorSSO.get': 'Shows the settings.',
  'visitorSSO.update': 'Stored; no effect yet: visitors are not asked to sign in.',

  'visitors.list': 'Shows the visitors of a time, in pages.',

  'whitelistedLoginIPRanges.create': 'Sign-ins and requests from outside every range are refused with 403 from now on.',
  'whitelistedLoginIPRanges.update': 'The new range counts at once.',
  'whitelistedLoginIPRanges.delete': 'The range no longer counts; without any range every address may sign in.',
} satisfies Partial<Record<OperationId, string>>
