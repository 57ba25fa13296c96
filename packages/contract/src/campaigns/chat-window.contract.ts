import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, email, flag, guid, integer, longText, ref, text } from '../schema/field.ts'

export const ChatWindow = entity('ChatWindow', {
  style: choice(['classic', 'circle', 'bubble']),
  color: text(),
  type: choice(['embedded', 'popup']),
  headerType: choice(['agentInfo', 'bannerImage', 'avatarAndLogo']),
  isAvatarDisplayed: flag(),
  isTitleDisplayed: flag(),
  isBioDisplayed: flag(),
  isLogoDisplayed: flag(),
  logo: text().readOnly(),
  bannerImageType: choice(['fromGallery', 'fromMyComputer']).readOnly(),
  bannerImage: guid().readOnly(),
  isAvatarDisplayedWithMessage: flag(),
  isBackgroundDisplayed: flag(),
  backgroundTexture: choice([0, 1, 2, 3, 4]),
  customCSS: longText(),
  isTranscriptDownloadAllowed: flag(),
  isTranscriptPrintAllowed: flag(),
  isTranscriptSentToVisitors: flag(),
  isTranscriptSentFromCurrentAgentEmail: flag(),
  fromEmailName: text(),
  fromEmailAddress: text(),
  isSMTPServerCustomized: flag(),
  customSMTPServer: ref('CustomSMTPServer'),
  isSwitchToOfflineMessageAllow: flag(),
  isFileSendAllow: flag(),
  ifMarkUnreadMessage: flag(),
  isAudioChatEnabled: flag(),
  isVideoChatEnabled: flag(),
  isBrowserPopupNotificationEnabled: flag(),
  ifEndChatWhenVisitorIsInactive: flag(),
  minutesOfVisitorInactivity: choice([3, 5, 10, 15, 20, 30, 60]),
  isTranscriptSentForArchiving: flag(),
  receivingEmailAddressesForArchivingTranscripts: longText(),
  emailSubjectForArchivingTranscripts: longText(),
  greetingMessage: longText(),
  isCustomJSEnabled: flag(),
  customJS: text(),
})

export const CustomSMTPServer = entity('CustomSMTPServer', {
  fromName: text(),
  fromEmail: email(),
  mailServer: text(),
  port: integer(),
  encryptedType: choice(['none', 'SSL', 'TLS']),
  IsAuthenticationRequired: flag().alias('isAuthenticationRequired'),
  username: text(),
  password: text().secret(),
})

/** The operations on chat window. */
export const chatWindow = {
  get: defineOperation({
    id: 'chatWindow.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/chatWindow',
    access: 'agent',
    summary: 'Get the chat window of a campaign',
    params: { campaignId: guid().mandatory() },
    ok: answers(ChatWindow),
  }),
  update: defineOperation({
    id: 'chatWindow.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/chatWindow',
    access: 'Manage Campaigns',
    summary: 'Change the chat window of a campaign',
    params: { campaignId: guid().mandatory() },
    body: updates(ChatWindow),
    ok: answers(ChatWindow),
  }),
}
