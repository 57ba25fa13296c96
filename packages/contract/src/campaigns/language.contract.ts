import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { flag, guid, list, longText, ref, text } from '../schema/field.ts'

export const Language = entity('Language', {
  defaultLanguage: text(),
  isCustomLanguageEnabled: flag(),
  isTextDirectionRightToLeft: flag(),
  customLanguageItems: list(ref('CustomLanguage')).orOne(),
})

export const CustomLanguage = entity('CustomLanguage', {
  systemName: text(),
  customText: longText(),
})

/** The operations on language. */
export const language = {
  get: defineOperation({
    id: 'language.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/language',
    access: 'agent',
    summary: 'Get the language of a campaign',
    params: { campaignId: guid().mandatory() },
    ok: answers(Language),
  }),
  update: defineOperation({
    id: 'language.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/language',
    access: 'Manage Campaigns',
    summary: 'Change the language of a campaign',
    params: { campaignId: guid().mandatory() },
    body: updates(Language),
    ok: answers(Language),
  }),
}
