import type { OperationId } from '../registry.ts'

const SECURE_FORM = 'Stored and read back; agents cannot send secure forms in chats yet.'
const SEGMENT =
  'Visitors whose visit fits are in it from their next step on, and whom `alertTo` names is told, while segments are switched on.'

/** What the operations on settings do besides storing and showing, one true sentence each. */
export const settingsEffects = {
  'autoDistribution.update': 'The next chat is given by the new method and limits, while auto distribution is on.',
  'bans.create': 'Whom it is about gets no widget, is sent away from the site at once, and their running chat ends.',
  'bans.update': 'Whom it is newly about is sent away at once.',
  'bans.delete': 'Who was banned by it gets the widget again.',
  'conversionActions.create':
    'Noted once in a visit when a page or a variable fits, or when a program tells of it (type api).',
  'conversionActions.update': 'Counts for conversions from now on.',
  'conversionActions.delete': 'Nothing is noted for it any more.',
  'conversionActions.achieved':
    'Notes the conversion with the chat it belongs to; refused while the visitor is not on the site.',
  'customVariables.create':
    'What pages tell of it is kept with the session and shown with visitors, chats and messages.',
  'customVariables.update': 'The new link and type count for what pages tell from now on.',
  'customVariables.delete':
    'What pages tell of it is ignored; sessions keep what they have. Refused while a conversion action reads it.',
  'customerSegments.create': SEGMENT,
  'customerSegments.update': SEGMENT,
  'customerSegments.delete': 'Nobody is in it any more; refused while conditions or rules name it.',
  'dynamicCampaign.update': 'Stored; no effect yet: a page shows the campaign of its installation code.',
  'mobilePush.get': 'Shows the settings; passwords and certificates come back empty.',
  'mobilePush.update': 'Stored, secrets encrypted; no effect yet: nothing is pushed.',
  'secureFormFields.create': SECURE_FORM,
  'secureFormFields.update': SECURE_FORM,
  'secureFormFields.delete': 'The field goes; system fields stay.',
  'secureForms.create': SECURE_FORM,
  'secureForms.update': SECURE_FORM,
  'secureForms.delete': 'The form goes with its fields.',
  'settings.update':
    'At once: auto distribution, departments in the widget, custom away statuses, card masking, custom variables and customer segments. The other switches are stored and have no effect yet.',
  'translationExcludedWords.update': 'Stored; no effect yet: nothing is translated.',
  'webhooks.create':
    'Stored; no effect yet: nothing is sent. Targets in the inner network are refused unless the operator allows them.',
  'webhooks.update':
    'Stored; no effect yet: nothing is sent. Targets in the inner network are refused unless the operator allows them.',
  'webhooks.delete': 'The webhook goes.',
} satisfies Partial<Record<OperationId, string>>
