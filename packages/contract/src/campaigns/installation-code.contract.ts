import { answers, defineOperation } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { guid, longText } from '../schema/field.ts'

export const InstallationCode = entity('InstallationCode', {
  code: longText(),
})

/** The operations on installation code. */
export const installationCode = {
  get: defineOperation({
    id: 'installationCode.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/installationCode',
    access: 'agent',
    summary: 'Get the installation code of a campaign',
    params: { campaignId: guid().mandatory() },
    ok: answers(InstallationCode),
  }),
}
