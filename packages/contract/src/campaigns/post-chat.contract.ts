import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, flag, guid, list, longText, ref } from '../schema/field.ts'

export const PostChat = entity('PostChat', {
  isEnable: flag(),
  fields: list(ref('CampaignFormField')),
  greetingMessage: longText(),
  formFieldLayoutStyle: choice(['leftOfInput', 'aboveInput'], { leftofInput: 'leftOfInput' }),
})

/** The operations on post chat. */
export const postChat = {
  get: defineOperation({
    id: 'postChat.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/postChat',
    access: 'agent',
    summary: 'Get the post-chat form of a campaign',
    params: { campaignId: guid().mandatory() },
    ok: answers(PostChat),
  }),
  update: defineOperation({
    id: 'postChat.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/postChat',
    access: 'Manage Campaigns',
    summary: 'Change the post-chat form of a campaign',
    params: { campaignId: guid().mandatory() },
    body: updates(PostChat),
    ok: answers(PostChat),
  }),
}
