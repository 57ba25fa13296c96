import type { Shape } from '@parley/contract'

export type FeatureKey = Exclude<keyof Shape<'Settings'>, 'siteId'>

/** A switch of the site's features. */
export interface Feature {
  readonly key: FeatureKey
  readonly label: string
  readonly note: string
}

/** Features that belong together. */
export interface FeatureGroup {
  readonly title: string
  readonly sentence?: string
  readonly features: readonly Feature[]
}

/** Every switch of the API's settings, in words. */
export const featureGroups: readonly FeatureGroup[] = [
  {
    title: 'Conversations',
    features: [
      {
        key: 'isAutoDistributionEnabled',
        label: 'Auto distribution',
        note: 'Gives each new chat to one agent; off, the first to accept has it.',
      },
      {
        key: 'isDepartmentEnabled',
        label: 'Departments',
        note: 'Visitors can choose a team, and chats can be sent to one.',
      },
      {
        key: 'isMultipleCampaignEnabled',
        label: 'Several campaigns',
        note: 'Different buttons and windows for different pages.',
      },
      {
        key: 'isCustomAwayStatusEnabled',
        label: 'Custom away statuses',
        note: 'Agents can say why they are away, in words of your own.',
      },
      {
        key: 'isAudioAndVideoChatEnabled',
        label: 'Audio and video chat',
        note: 'Agent and visitor can talk and see each other.',
      },
      {
        key: 'isAutoTranslationEnabled',
        label: 'Automatic translation',
        note: 'Messages are shown in the language of the reader.',
      },
      { key: 'isCobrowsingEnabled', label: 'Co-browsing', note: 'An agent can look at the visitor’s page with them.' },
    ],
  },
  {
    title: 'Visitors',
    features: [
      {
        key: 'isCustomVariablesEnabled',
        label: 'Custom variables',
        note: 'Your pages can tell agents what they know about a visitor.',
      },
      {
        key: 'isCustomerSegmentEnabled',
        label: 'Customer segments',
        note: 'Groups of visitors by what they do, with alerts.',
      },
      {
        key: 'isVisitorSSOEnabled',
        label: 'Single sign-on for visitors',
        note: 'Visitors who are signed in to your website are known in the chat.',
      },
      {
        key: 'isCreditCardMaskingEnabled',
        label: 'Mask card numbers',
        note: 'Credit card numbers are made unreadable before a message is stored.',
      },
    ],
  },
  {
    title: 'Other products',
    features: [
      { key: 'isSalesforceEnabled', label: 'Salesforce', note: 'Chats as records in Salesforce.' },
      { key: 'isZendeskEnabled', label: 'Zendesk', note: 'Chats as tickets in Zendesk.' },
      { key: 'isGoogleAnalyticsEnabled', label: 'Google Analytics', note: 'Chats as events in Google Analytics.' },
      { key: 'isGotoMeetingEnabled', label: 'GoTo Meeting', note: 'Meetings started from a chat.' },
      { key: 'isJoinmeEnabled', label: 'join.me', note: 'Screen sharing started from a chat.' },
    ],
  },
]
