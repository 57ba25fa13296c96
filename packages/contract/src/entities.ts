import { AgentAwayStatus } from './account/agent-away-statuses.contract.ts'
import { AgentSSO } from './account/agent-sso.contract.ts'
import { Agent } from './account/agents.contract.ts'
import { AuditLog } from './account/audit-logs.contract.ts'
import { ContactIdentity } from './account/contact-identities.contract.ts'
import { Contact } from './account/contacts.contract.ts'
import { Department } from './account/departments.contract.ts'
import { Permission } from './account/permissions.contract.ts'
import { PrivateCannedMessageCategory } from './account/private-canned-message-categories.contract.ts'
import { PrivateCannedMessage } from './account/private-canned-messages.contract.ts'
import { PublicCannedMessageCategory } from './account/public-canned-message-categories.contract.ts'
import { PublicCannedMessage } from './account/public-canned-messages.contract.ts'
import { Role } from './account/roles.contract.ts'
import { Holiday, Shift, WorkingHours } from './account/shifts.contract.ts'
import { Site } from './account/site.contract.ts'
import { FieldMapping, VisitorSSO, VisitorSSOCampaign } from './account/visitor-sso.contract.ts'
import { Visitor } from './account/visitors.contract.ts'
import { WhitelistedLoginIPRange } from './account/whitelisted-login-ip-ranges.contract.ts'
import { AgentWrapUp } from './campaigns/agent-wrapup.contract.ts'
import { AutoInvitation } from './campaigns/auto-invitations.contract.ts'
import {
  CampaignFormField,
  LiveChatField,
  LiveChatFieldOption,
  LiveChatFieldOptionGroup,
  RatingGrade,
} from './campaigns/campaign-form-fields.contract.ts'
import { CampaignOfflineMessage } from './campaigns/campaign-offline-message.contract.ts'
import { Campaign } from './campaigns/campaigns.contract.ts'
import { ChatButton } from './campaigns/chat-button.contract.ts'
import { ChatWindow, CustomSMTPServer } from './campaigns/chat-window.contract.ts'
import { ChatbotIntegration } from './campaigns/chatbot-integration.contract.ts'
import { CustomRule } from './campaigns/custom-rules.contract.ts'
import { InstallationCode } from './campaigns/installation-code.contract.ts'
import { Invitation } from './campaigns/invitation.contract.ts'
import { KBIntegration } from './campaigns/kb-integration.contract.ts'
import { CustomLanguage, Language } from './campaigns/language.contract.ts'
import { ManualInvitation } from './campaigns/manual-invitation.contract.ts'
import { PostChat } from './campaigns/post-chat.contract.ts'
import { PreChat } from './campaigns/pre-chat.contract.ts'
import { Routing } from './campaigns/routing.contract.ts'
import { Bot, BotImage } from './chatting/chatbots.contract.ts'
import {
  Chat,
  ChatAgentWrapUp,
  ChatCondition,
  ChatCustomVariable,
  ChatMessage,
  ChatPostChat,
  ChatPreChat,
} from './chatting/chats.contract.ts'
import { LiveChatAgent } from './chatting/live-chat-agents.contract.ts'
import { CustomField, CustomVariableResult, LiveChatVisitor } from './chatting/live-chat-visitors.contract.ts'
import { Attachment, FieldValue, OfflineMessage } from './chatting/offline-messages.contract.ts'
import { Session } from './chatting/sessions.contract.ts'
import { AccessToken, OAuthToken } from './parley/auth.contract.ts'
import {
  Colleague,
  ColleagueDepartment,
  Colleagues,
  ConsoleSession,
  Installation,
  SignInOptions,
  Workplace,
} from './parley/console.contract.ts'
import { ApiKey, NewApiKey, OAuthClient } from './parley/credentials.contract.ts'
import {
  ChatEvent,
  ChatSummary,
  QueueState,
  VisitorChat,
  VisitorSegment,
  VisitorSummary,
  WidgetCampaign,
  WidgetDepartment,
} from './realtime/chat.contract.ts'
import { BrowserFacts, ChatCursor, NamedValue, PageView } from './realtime/commands.contract.ts'
import { ChatVolumeRow, ReportTimeRange } from './reports/chat-volume.contract.ts'
import {
  AgentAutoDistribution,
  AutoDistribution,
  DepartmentAutoDistribution,
} from './settings/auto-distribution.contract.ts'
import { Ban } from './settings/bans.contract.ts'
import { ConversionAchieved, ConversionAction } from './settings/conversion-actions.contract.ts'
import { CustomVariable } from './settings/custom-variables.contract.ts'
import { AlertTo, CustomerSegment, LiveChatCondition } from './settings/customer-segments.contract.ts'
import { DynamicCampaign, DynamicCampaignRule } from './settings/dynamic-campaign.contract.ts'
import { MobilePush } from './settings/mobile-push.contract.ts'
import { SecureFormField, SecureFormFieldOption } from './settings/secure-form-fields.contract.ts'
import { SecureForm } from './settings/secure-forms.contract.ts'
import { Settings } from './settings/settings.contract.ts'
import { TranslationExcludedWords } from './settings/translation-excluded-words.contract.ts'
import { Webhook } from './settings/webhooks.contract.ts'

/** Every entity by name: what `ref` may name. */
export const entities = {
  AgentAwayStatus,
  AgentSSO,
  Agent,
  AuditLog,
  ContactIdentity,
  Contact,
  Department,
  Permission,
  PrivateCannedMessageCategory,
  PrivateCannedMessage,
  PublicCannedMessageCategory,
  PublicCannedMessage,
  Role,
  Shift,
  Holiday,
  WorkingHours,
  Site,
  VisitorSSO,
  FieldMapping,
  VisitorSSOCampaign,
  Visitor,
  WhitelistedLoginIPRange,
  AgentWrapUp,
  AutoInvitation,
  CampaignFormField,
  RatingGrade,
  LiveChatField,
  LiveChatFieldOption,
  LiveChatFieldOptionGroup,
  CampaignOfflineMessage,
  Campaign,
  ChatButton,
  ChatWindow,
  CustomSMTPServer,
  ChatbotIntegration,
  CustomRule,
  InstallationCode,
  Invitation,
  KBIntegration,
  Language,
  CustomLanguage,
  ManualInvitation,
  PostChat,
  PreChat,
  Routing,
  Bot,
  BotImage,
  Chat,
  ChatMessage,
  ChatCondition,
  ChatCustomVariable,
  ChatPreChat,
  ChatPostChat,
  ChatAgentWrapUp,
  LiveChatAgent,
  LiveChatVisitor,
  CustomField,
  CustomVariableResult,
  OfflineMessage,
  Attachment,
  FieldValue,
  Session,
  AutoDistribution,
  DepartmentAutoDistribution,
  AgentAutoDistribution,
  Ban,
  ConversionAction,
  ConversionAchieved,
  CustomVariable,
  CustomerSegment,
  AlertTo,
  LiveChatCondition,
  DynamicCampaign,
  DynamicCampaignRule,
  MobilePush,
  SecureFormField,
  SecureFormFieldOption,
  SecureForm,
  Settings,
  TranslationExcludedWords,
  Webhook,
  ChatEvent,
  ChatSummary,
  QueueState,
  VisitorSegment,
  VisitorSummary,
  WidgetDepartment,
  WidgetCampaign,
  VisitorChat,
  PageView,
  BrowserFacts,
  NamedValue,
  ChatCursor,
  AccessToken,
  OAuthToken,
  ApiKey,
  NewApiKey,
  OAuthClient,
  Colleague,
  ColleagueDepartment,
  Colleagues,
  ConsoleSession,
  Installation,
  SignInOptions,
  Workplace,
  ReportTimeRange,
  ChatVolumeRow,
}

export type EntityMap = typeof entities

export {
  AccessToken,
  Agent,
  AgentAutoDistribution,
  AgentAwayStatus,
  AgentSSO,
  AgentWrapUp,
  AlertTo,
  ApiKey,
  Attachment,
  AuditLog,
  AutoDistribution,
  AutoInvitation,
  Ban,
  Bot,
  BotImage,
  BrowserFacts,
  Campaign,
  CampaignFormField,
  CampaignOfflineMessage,
  Chat,
  ChatAgentWrapUp,
  ChatButton,
  ChatbotIntegration,
  ChatCondition,
  ChatCursor,
  ChatCustomVariable,
  ChatEvent,
  ChatMessage,
  ChatPostChat,
  ChatPreChat,
  ChatSummary,
  ChatVolumeRow,
  ChatWindow,
  Colleague,
  ColleagueDepartment,
  Colleagues,
  ConsoleSession,
  Contact,
  ContactIdentity,
  ConversionAchieved,
  ConversionAction,
  CustomerSegment,
  CustomField,
  CustomLanguage,
  CustomRule,
  CustomSMTPServer,
  CustomVariable,
  CustomVariableResult,
  Department,
  DepartmentAutoDistribution,
  DynamicCampaign,
  DynamicCampaignRule,
  FieldMapping,
  FieldValue,
  Holiday,
  Installation,
  InstallationCode,
  Invitation,
  KBIntegration,
  Language,
  LiveChatAgent,
  LiveChatCondition,
  LiveChatField,
  LiveChatFieldOption,
  LiveChatFieldOptionGroup,
  LiveChatVisitor,
  ManualInvitation,
  MobilePush,
  NamedValue,
  NewApiKey,
  OAuthClient,
  OAuthToken,
  OfflineMessage,
  PageView,
  Permission,
  PostChat,
  PreChat,
  PrivateCannedMessage,
  PrivateCannedMessageCategory,
  PublicCannedMessage,
  PublicCannedMessageCategory,
  QueueState,
  RatingGrade,
  ReportTimeRange,
  Role,
  Routing,
  SecureForm,
  SecureFormField,
  SecureFormFieldOption,
  Session,
  Settings,
  Shift,
  SignInOptions,
  Site,
  TranslationExcludedWords,
  Visitor,
  VisitorChat,
  VisitorSegment,
  VisitorSSO,
  VisitorSSOCampaign,
  VisitorSummary,
  Webhook,
  WhitelistedLoginIPRange,
  WidgetCampaign,
  WidgetDepartment,
  WorkingHours,
  Workplace,
}
