import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { flag, integer } from '../schema/field.ts'

export const Settings = entity('Settings', {
  siteId: integer().readOnly(),
  isMultipleCampaignEnabled: flag().mandatory(),
  isAutoDistributionEnabled: flag().mandatory(),
  isCustomAwayStatusEnabled: flag().mandatory(),
  isDepartmentEnabled: flag().mandatory(),
  isAutoTranslationEnabled: flag().mandatory(),
  isAudioAndVideoChatEnabled: flag().mandatory(),
  isCustomerSegmentEnabled: flag().mandatory().alias('iscustomerSegmentEnabled'),
  isVisitorSSOEnabled: flag().mandatory().alias('isVisitorSSOtEnabled'),
  isCreditCardMaskingEnabled: flag().mandatory(),
  isCustomVariablesEnabled: flag().mandatory(),
  isSalesforceEnabled: flag().mandatory(),
  isZendeskEnabled: flag().mandatory(),
  isGoogleAnalyticsEnabled: flag().mandatory(),
  isGotoMeetingEnabled: flag().mandatory(),
  isJoinmeEnabled: flag().mandatory(),
  isCobrowsingEnabled: flag().mandatory(),
})

/** The operations on settings. */
export const settings = {
  get: defineOperation({
    id: 'settings.get',
    method: 'GET',
    path: '/api/v3/livechat/settings',
    access: 'agent',
    summary: 'Get the switches of the site',
    ok: answers(Settings),
  }),
  update: defineOperation({
    id: 'settings.update',
    method: 'PUT',
    path: '/api/v3/livechat/settings',
    access: { all: ['Manage Settings', 'Manage Custom Variable', 'Manage Integration'] },
    summary: 'Change the switches of the site',
    body: updates(Settings),
    ok: answers(Settings),
  }),
}
