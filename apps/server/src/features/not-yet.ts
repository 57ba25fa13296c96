/**
 * Operations of the contract that nothing serves yet, by resource. The list may only shrink; a test compares it with
 * the routes.
 */
export const notYet: readonly string[] = [
  'translationExcludedWords.get',
  'translationExcludedWords.update',
  'dynamicCampaign.get',
  'dynamicCampaign.update',
  'mobilePush.get',
  'mobilePush.update',
  'conversionActions.list',
  'conversionActions.get',
  'conversionActions.create',
  'conversionActions.update',
  'conversionActions.delete',
  'conversionActions.achieved',
  'secureForms.list',
  'secureForms.get',
  'secureForms.create',
  'secureForms.update',
  'secureForms.delete',
  'secureFormFields.list',
  'secureFormFields.get',
  'secureFormFields.create',
  'secureFormFields.update',
  'secureFormFields.delete',
  'webhooks.list',
  'webhooks.get',
  'webhooks.create',
  'webhooks.update',
  'webhooks.delete',
]
