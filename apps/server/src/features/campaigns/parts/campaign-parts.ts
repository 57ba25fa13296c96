import { ChatButton, ChatbotIntegration, ChatWindow, KBIntegration, Language, ManualInvitation } from '@parley/contract'
import { invalid } from '../../../lib/app-error.ts'
import { seal } from '../../../platform/secrets/secrets.ts'
import { isPageEntry } from '../../chatting/visitors/allowed-pages-rules.ts'
import { campaignPart } from './campaign-part.ts'
import { VISITOR_INACTIVITY } from './visitor-inactivity.ts'

/** The colour of a new campaign's button and window. */
export const DEFAULT_COLOR = '#0f766e'

const COLOR = /^#?[0-9a-f]{6}$/i

/** Throws 400 for a colour that is not RRGGBB, with or without a leading #. */
export function checkColor(parameter: string, value: unknown): void {
  if (value !== undefined && value !== null && value !== '' && !COLOR.test(String(value)))
    throw invalid(parameter, 'must be a colour such as #0f766e')
}

export const chatButton = campaignPart<typeof ChatButton>({
  entity: ChatButton,
  part: 'chatButton',
  noun: 'the chat button',
  initial: {
    type: 'adaptive',
    isHideWhenOffline: false,
    isDomainRestrictionEnabled: false,
    adaptiveButtonColor: DEFAULT_COLOR,
    adaptiveButtonRightOffset: 20,
    adaptiveButtonBottomOffset: 20,
    adaptiveButtonRightOffsetOnMobile: 12,
    adaptiveButtonBottomOffsetOnMobile: 12,
    isCustomizedAdaptiveButtonUsed: false,
    isImageButtonFloating: true,
    imageButtonPosition: 'bottomRight',
    imageButtonPositionMode: 'Basic',
    isImageButtonXOffsetByPixel: true,
    imageButtonXOffset: 0,
    isImageButtonYOffsetByPixel: true,
    imageButtonYOffset: 0,
    imageButtonImageSource: 'fromGallery',
    imageButtonTypeOnMobile: 'text',
    imageButtonPositionOnMobile: 'bottomRight',
    textLinkButtonText: 'Chat with us',
  },
  check(_ctx, _work, _next, body) {
    checkColor('adaptiveButtonColor', body.adaptiveButtonColor)
    checkColor('imageButtonColorOnMobile', body.imageButtonColorOnMobile)
    checkColor('imageButtonTextColorOnMobile', body.imageButtonTextColorOnMobile)
    // one that no page can match would hide the widget everywhere
    const wrong = (body.allowedDomains ?? []).findIndex((entry) => !isPageEntry(entry))
    if (wrong >= 0) throw invalid(`allowedDomains[${wrong}]`, 'must be a domain such as shop.example, or an address')
  },
})

interface MailServer {
  readonly mailServer?: string | null
  readonly password?: string | null
}

export const chatWindow = campaignPart<typeof ChatWindow>({
  entity: ChatWindow,
  part: 'chatWindow',
  noun: 'the chat window',
  initial: {
    style: 'classic',
    color: DEFAULT_COLOR,
    type: 'embedded',
    headerType: 'agentInfo',
    isAvatarDisplayed: true,
    isTitleDisplayed: true,
    isBioDisplayed: false,
    isLogoDisplayed: false,
    isAvatarDisplayedWithMessage: true,
    isBackgroundDisplayed: false,
    backgroundTexture: 0,
    isTranscriptDownloadAllowed: true,
    isTranscriptPrintAllowed: true,
    isTranscriptSentToVisitors: false,
    isTranscriptSentFromCurrentAgentEmail: false,
    isSMTPServerCustomized: false,
    isSwitchToOfflineMessageAllow: true,
    isFileSendAllow: true,
    ifMarkUnreadMessage: true,
    isAudioChatEnabled: false,
    isVideoChatEnabled: false,
    isBrowserPopupNotificationEnabled: false,
    ...VISITOR_INACTIVITY,
    isTranscriptSentForArchiving: false,
    isCustomJSEnabled: false,
  },
  check(ctx, _work, next, body, before) {
    checkColor('color', body.color)
    const server = next.customSMTPServer as Record<string, unknown> | null | undefined
    const given = body.customSMTPServer as MailServer | null | undefined
    const stored = before.customSMTPServer as MailServer | null | undefined
    if (!server || !given) return
    // never readable again: sealed in what is stored, absent from what is shown
    if (given.password) server.password = seal(ctx.app.config.secretKey, given.password).toString('base64')
    // who sends back what is shown keeps it; another server must not be told it
    else server.password = server.mailServer === stored?.mailServer ? (stored?.password ?? null) : null
  },
})

export const language = campaignPart<typeof Language>({
  entity: Language,
  part: 'language',
  noun: 'the language',
  initial: { defaultLanguage: 'English', isCustomLanguageEnabled: false, isTextDirectionRightToLeft: false },
})

export const manualInvitation = campaignPart<typeof ManualInvitation>({
  entity: ManualInvitation,
  part: 'manualInvitation',
  noun: 'the manual invitation',
  initial: {
    manualInvitationPosition: 'centered',
    manualInvitationImageType: 'fromGallery',
    manualInvitationText: 'May we help you?',
    manualInvitationTextFont: 'arial',
    manualInvitationTextSize: 'medium',
    isManualInvitationTextBold: false,
    isManualInvitationTextItalic: false,
    manualInvitationTextColor: '#000000',
  },
})

export const chatbotIntegration = campaignPart<typeof ChatbotIntegration>({
  entity: ChatbotIntegration,
  part: 'chatbotIntegration',
  noun: 'the chatbot integration',
  initial: {
    isEnable: false,
    isChatbotAllocatedWhenAgentOnline: false,
    ifDistributeChatsToChatbotByQueueLength: false,
    ifDistributeChatsToChatbotByPercentage: false,
    queueLength: 5,
    percentageToChatbot: 0,
    isChatbotAllocatedWhenAgentOffline: false,
  },
  references: { selectedChatbotId: 'Bot' },
  includes: { chatbot: { entity: 'Bot', ids: 'selectedChatbotId', into: 'selectedChatbot' } },
})

export const kbIntegration = campaignPart<typeof KBIntegration>({
  entity: KBIntegration,
  part: 'kbIntegration',
  // there is none yet that could be named
  references: { selectedKBId: 'KnowledgeBase' },
  noun: 'the knowledge base integration',
  initial: {
    isEnable: false,
    isSearchAllowedBeforeChatting: false,
    isSearchAllowedBeforeOfflineMessage: false,
    articlesShowedInSearchResult: 3,
  },
})
