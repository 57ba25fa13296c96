import { CONDITIONS, EXPRESSION, type Notes } from './notes.ts'

const ROUTE_TO = 'The id of the agent or department that `routeTo` speaks of, as text'
const BOT_SHARE = 'Of 100 chats, how many go to the chatbot first; no effect yet'
const PIXELS = 'Pixels from the edge of the page'
const IMAGE = 'The id of an image'
const LAYOUT = 'Where the names of fields stand'
const CLOSE_AREA = 'Where in the image a click closes the invitation, in pixels'
const TEXT_AREA = 'Where in the image the text stands, in pixels'

const offlineMail = 'Whether e-mail with the message says this of the visitor'

/** Remarks on campaigns and their parts. */
export const campaignNotes = {
  AutoInvitation: {
    isDisplayedOnceInOneSession: 'At most once a visit',
    image: IMAGE,
    closeAreaXOffset: CLOSE_AREA,
    closeAreaYOffset: CLOSE_AREA,
    textAreaXOffset: TEXT_AREA,
    textAreaYOffset: TEXT_AREA,
    conditionMetType: CONDITIONS,
    logicalExpression: EXPRESSION,
    order: 'Which invitation is tried first',
  },
  CampaignFormField: {
    field: 'What is asked',
    order: 'Place in the form',
    ratingGrades: 'The grades of a rating; empty for other fields',
  },
  CampaignOfflineMessage: {
    type: "The widget's own form, or a page of the customer",
    emailOfflineMessageTo: 'Who gets offline messages by e-mail',
    customEmailAddresses: 'Addresses, with commas between them',
    customEmailIfAddClientInfo: offlineMail,
    customEmailIfAddGeoInfo: offlineMail,
    customEmailIfAddNavigationInfo: offlineMail,
    customEmailIfAddVisitorInfo: offlineMail,
    formFieldLayoutStyle: LAYOUT,
  },
  ChatbotIntegration: {
    percentageToChatbot: BOT_SHARE,
    queueLength: 'From how many waiting chats on the chatbot takes them',
  },
  ChatButton: {
    type: '`adaptive`: a round button that the widget draws',
    isHideWhenOffline: 'Whether the button hides while nobody can take a chat',
    isDomainRestrictionEnabled: 'Whether the widget works on pages of `allowedDomains` only',
    allowedDomains: 'Host names of pages',
    adaptiveButtonRightOffset: PIXELS,
    adaptiveButtonBottomOffset: PIXELS,
    adaptiveButtonRightOffsetOnMobile: PIXELS,
    adaptiveButtonBottomOffsetOnMobile: PIXELS,
    isImageButtonXOffsetByPixel: 'Off: per cent of the page',
    isImageButtonYOffsetByPixel: 'Off: per cent of the page',
    imageButtonOnlineImage: IMAGE,
    imageButtonOfflineImage: IMAGE,
    imageButtonOnlineImageOnMobile: IMAGE,
    imageButtonOfflineImageOnMobile: IMAGE,
  },
  ChatWindow: {
    color: 'The colour of the window',
    type: 'Inside the page, or in a window of its own',
    greetingMessage: 'What is said when a chat is answered',
    ifEndChatWhenVisitorIsInactive: 'Whether chats end when the visitor is silent; a warning comes a minute before',
    minutesOfVisitorInactivity: 'After how long a chat ends',
    isSwitchToOfflineMessageAllow: 'Whether who waits may leave a message instead',
    isTranscriptSentForArchiving: 'Whether every transcript goes to the addresses below',
    receivingEmailAddressesForArchivingTranscripts: 'Addresses, with commas between them',
    customJS: 'Runs in the chat window, when `isCustomJSEnabled` is on',
  },
  CustomLanguage: { systemName: 'The name of a text of the widget', customText: 'What it says instead' },
  CustomRule: {
    order: 'Which rule is tried first; the first whose conditions hold wins',
    routeToId: ROUTE_TO,
    priority: 'With which priority the chat waits',
    percentageToBot: BOT_SHARE,
    conditionMetType: CONDITIONS,
    logicalExpression: EXPRESSION,
  },
  InstallationCode: { code: 'HTML for the page, to stand before `</body>`' },
  Invitation: {
    style: 'How invitations look',
    autoInvitations: 'A PUT that carries them replaces all; one that keeps its name keeps its id',
  },
  KBIntegration: {
    selectedKBId: 'The knowledge base',
    articlesShowedInSearchResult: 'How many articles are shown at most',
  },
  Language: {
    isCustomLanguageEnabled: 'Whether `customLanguageItems` count',
    customLanguageItems: 'Texts of the widget that say something else',
  },
  LiveChatField: {
    isSystem: 'Came with the form: can be hidden, not deleted',
    options: 'What can be chosen',
    optionGroups: 'What can be chosen, in groups',
    leftText: 'Stands at the low end of an NPS scale',
    rightText: 'Stands at the high end of an NPS scale',
  },
  ManualInvitation: {
    manualInvitationImage: IMAGE,
    manualInvitationCloseAreaXOffset: CLOSE_AREA,
    manualInvitationCloseAreaYOffset: CLOSE_AREA,
    manualInvitationTextAreaXOffset: TEXT_AREA,
    manualInvitationTextAreaYOffset: TEXT_AREA,
  },
  PostChat: { isEnable: 'Whether visitors are asked after a chat', formFieldLayoutStyle: LAYOUT },
  PreChat: {
    isEnable: 'Whether visitors are asked before a chat',
    greetingMessage: 'Stands above the form',
    isVisitorInfoRecorded: 'Whether the form is filled in next time with what the visitor told',
    formFieldLayoutStyle: LAYOUT,
  },
  RatingGrade: { grade: '5 is the best', label: 'What the visitor reads' },
  Routing: {
    isEnable: 'Off: chats go to everybody of the site who may take them',
    type: 'To one agent or department, or by the rules in order',
    routeToId: ROUTE_TO,
    priority: 'With which priority chats wait',
    routeToIdWhenNoRuleMatched: 'The id for `actionWhenNoRuleMatched`, as text',
    percentageToBot: BOT_SHARE,
    percentageToBotWhenNoRuleMatched: BOT_SHARE,
    emailsToReceiveOfflineMessage: 'Addresses, with commas between them',
  },
} satisfies Notes
