import type { OperationId } from '../registry.ts'

const FIELD = 'Stored and read back with the form; the widget asks its own fields so far.'
const INVITATION = 'Stored; no effect yet: visitors are not invited.'
const RULE = 'Tried in its order for the next chat of the campaign, when routing is on and by custom rules.'

/** What the operations on campaigns do besides storing and showing, one true sentence each. */
export const campaignEffects = {
  'agentWrapup.update': 'Stored; no effect yet: the Agent Console asks for its own wrap-up.',
  'autoInvitations.create': INVITATION,
  'autoInvitations.update': INVITATION,
  'autoInvitations.delete': 'The invitation goes.',
  'campaignFormFields.createForPreChat': FIELD,
  'campaignFormFields.createForPostChat': FIELD,
  'campaignFormFields.createForOfflineMessage': FIELD,
  'campaignFormFields.createForAgentWrapup': FIELD,
  'campaignFormFields.update': FIELD,
  'campaignFormFields.delete': 'The field goes from its form; system fields can be hidden, not deleted.',
  'campaignOfflineMessage.update': 'Stored; no effect yet: no mail is sent, and the widget asks its own fields.',
  'campaigns.create': 'A widget can be installed for it at once: it gets every part with sensible settings.',
  'campaigns.update': 'Stored and read back; the language has no effect yet.',
  'campaigns.delete':
    'Its widget finds no campaign any more; finished chats stay. Refused for the last campaign, while a chat runs, and while the dynamic campaign names it.',
  'chatButton.update':
    'Colour, offsets, hiding while nobody is there, and the pages the widget is for count for visitors who come from now on; type, images and texts are stored and have no effect yet.',
  'chatWindow.update':
    '`color`, `greetingMessage` (said when a chat is answered) and the end of chats whose visitor is silent count from now on; the other settings are stored and have no effect yet.',
  'chatbotIntegration.update': 'Stored; no effect yet: there are no chatbots.',
  'customRules.create': RULE,
  'customRules.update': RULE,
  'customRules.delete': 'The rule is no longer tried.',
  'installationCode.get': "Shows the HTML that puts the campaign's widget on a page.",
  'invitation.update': INVITATION,
  'kbIntegration.update': 'Stored; no effect yet: there is no knowledge base.',
  'language.update': 'Stored; no effect yet: the widget speaks English.',
  'manualInvitation.update': INVITATION,
  'postChat.update': 'Stored; no effect yet: the widget asks for its own rating after a chat.',
  'preChat.update':
    '`isEnable` decides whether the widget asks before a chat, `greetingMessage` what it says there; the other settings are stored and have no effect yet.',
  'routing.update':
    'Decides to whom the next chat of the campaign goes, and with which priority it waits; shares for the chatbot have no effect yet.',
} satisfies Partial<Record<OperationId, string>>
