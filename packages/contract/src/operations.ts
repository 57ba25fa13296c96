import { agentAwayStatuses } from './account/agent-away-statuses.contract.ts'
import { agentSSO } from './account/agent-sso.contract.ts'
import { agents } from './account/agents.contract.ts'
import { auditLogs } from './account/audit-logs.contract.ts'
import { contactIdentities } from './account/contact-identities.contract.ts'
import { contacts } from './account/contacts.contract.ts'
import { departments } from './account/departments.contract.ts'
import { permissions } from './account/permissions.contract.ts'
import { privateCannedMessageCategories } from './account/private-canned-message-categories.contract.ts'
import { privateCannedMessages } from './account/private-canned-messages.contract.ts'
import { publicCannedMessageCategories } from './account/public-canned-message-categories.contract.ts'
import { publicCannedMessages } from './account/public-canned-messages.contract.ts'
import { roles } from './account/roles.contract.ts'
import { shifts } from './account/shifts.contract.ts'
import { site } from './account/site.contract.ts'
import { visitorSSO } from './account/visitor-sso.contract.ts'
import { visitors } from './account/visitors.contract.ts'
import { whitelistedLoginIPRanges } from './account/whitelisted-login-ip-ranges.contract.ts'
import { agentWrapup } from './campaigns/agent-wrapup.contract.ts'
import { autoInvitations } from './campaigns/auto-invitations.contract.ts'
import { campaignFormFields } from './campaigns/campaign-form-fields.contract.ts'
import { campaignOfflineMessage } from './campaigns/campaign-offline-message.contract.ts'
import { campaigns } from './campaigns/campaigns.contract.ts'
import { chatButton } from './campaigns/chat-button.contract.ts'
import { chatWindow } from './campaigns/chat-window.contract.ts'
import { chatbotIntegration } from './campaigns/chatbot-integration.contract.ts'
import { customRules } from './campaigns/custom-rules.contract.ts'
import { installationCode } from './campaigns/installation-code.contract.ts'
import { invitation } from './campaigns/invitation.contract.ts'
import { kbIntegration } from './campaigns/kb-integration.contract.ts'
import { language } from './campaigns/language.contract.ts'
import { manualInvitation } from './campaigns/manual-invitation.contract.ts'
import { postChat } from './campaigns/post-chat.contract.ts'
import { preChat } from './campaigns/pre-chat.contract.ts'
import { routing } from './campaigns/routing.contract.ts'
import { chats } from './chatting/chats.contract.ts'
import { liveChatAgents } from './chatting/live-chat-agents.contract.ts'
import { liveChatVisitors } from './chatting/live-chat-visitors.contract.ts'
import { offlineMessages } from './chatting/offline-messages.contract.ts'
import { sessions } from './chatting/sessions.contract.ts'
import { auth } from './parley/auth.contract.ts'
import { parley } from './parley/console.contract.ts'
import { apiKeys, oauthClients } from './parley/credentials.contract.ts'
import { reports } from './reports/chat-volume.contract.ts'
import { autoDistribution } from './settings/auto-distribution.contract.ts'
import { bans } from './settings/bans.contract.ts'
import { conversionActions } from './settings/conversion-actions.contract.ts'
import { customVariables } from './settings/custom-variables.contract.ts'
import { customerSegments } from './settings/customer-segments.contract.ts'
import { dynamicCampaign } from './settings/dynamic-campaign.contract.ts'
import { mobilePush } from './settings/mobile-push.contract.ts'
import { secureFormFields } from './settings/secure-form-fields.contract.ts'
import { secureForms } from './settings/secure-forms.contract.ts'
import { settings } from './settings/settings.contract.ts'
import { translationExcludedWords } from './settings/translation-excluded-words.contract.ts'
import { webhooks } from './settings/webhooks.contract.ts'

/** Every operation, by resource. */
export const api = {
  agentAwayStatuses,
  agentSSO,
  agents,
  auditLogs,
  contactIdentities,
  contacts,
  departments,
  permissions,
  privateCannedMessageCategories,
  privateCannedMessages,
  publicCannedMessageCategories,
  publicCannedMessages,
  roles,
  shifts,
  site,
  visitorSSO,
  visitors,
  whitelistedLoginIPRanges,
  agentWrapup,
  autoInvitations,
  campaignFormFields,
  campaignOfflineMessage,
  campaigns,
  chatButton,
  chatWindow,
  chatbotIntegration,
  customRules,
  installationCode,
  invitation,
  kbIntegration,
  language,
  manualInvitation,
  postChat,
  preChat,
  routing,
  chats,
  liveChatAgents,
  liveChatVisitors,
  offlineMessages,
  sessions,
  autoDistribution,
  bans,
  conversionActions,
  customVariables,
  customerSegments,
  dynamicCampaign,
  mobilePush,
  secureFormFields,
  secureForms,
  settings,
  translationExcludedWords,
  webhooks,
  reports,
  auth,
  apiKeys,
  oauthClients,
  parley,
}
