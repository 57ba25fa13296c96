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

/** Every switch of the API's settings, in words: first those that change something. */
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
        note: 'Visitors can choose a team before they chat.',
      },
      {
        key: 'isCustomAwayStatusEnabled',
        label: 'Custom away statuses',
        note: 'Agents can say why they are away, in words of your own.',
      },
      {
        key: 'isCustomerSegmentEnabled',
        label: 'Customer segments',
        note: 'Visitors are sorted into groups, and agents are told of those who enter one.',
      },
      {
        key: 'isCustomVariablesEnabled',
        label: 'Custom variables',
        note: 'Your pages can tell agents what they know about a visitor.',
      },
      {
        key: 'isCreditCardMaskingEnabled',
        label: 'Mask card numbers',
        note: 'Credit card numbers are made unreadable before a message is stored.',
      },
    ],
  },
  {
    title: 'Kept for programs',
    sentence: 'The API shows these switches to programs that read them. They change nothing in Parley yet.',
    features: [
      { key: 'isMultipleCampaignEnabled', label: 'Several campaigns', note: 'They can be used either way.' },
      { key: 'isVisitorSSOEnabled', label: 'Single sign-on for visitors', note: '' },
      { key: 'isAudioAndVideoChatEnabled', label: 'Audio and video chat', note: '' },
      { key: 'isAutoTranslationEnabled', label: 'Automatic translation', note: '' },
      { key: 'isCobrowsingEnabled', label: 'Co-browsing', note: '' },
      { key: 'isSalesforceEnabled', label: 'Salesforce', note: '' },
      { key: 'isZendeskEnabled', label: 'Zendesk', note: '' },
      { key: 'isGoogleAnalyticsEnabled', label: 'Google Analytics', note: '' },
      { key: 'isGotoMeetingEnabled', label: 'GoTo Meeting', note: '' },
      { key: 'isJoinmeEnabled', label: 'join.me', note: '' },
    ],
  },
]
