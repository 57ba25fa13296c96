import type { ChatConditionField, ChatConditionOperator } from '@parley/contract'

/** What a condition can be about, in words. */
export const fieldWords: Record<ChatConditionField, string> = {
  CurrentPageURL: 'Current page',
  ReferringPageURL: 'Page they came from',
  ChatRequestingPageURL: 'Page the chat began on',
  LandingPageURL: 'First page of the visit',
  SearchEngine: 'Search engine',
  SearchKeywords: 'Search words',
  Numberofvisits: 'Number of visits',
  Numberofchats: 'Number of chats',
  'Country/Region': 'Country or region',
  'State/Province': 'State or province',
  City: 'City',
  TimeZone: 'Time zone',
  Language: 'Language',
  Segmentation: 'Segment',
}

/** What a value of a field looks like. */
export const fieldExamples: Partial<Record<ChatConditionField, string>> = {
  CurrentPageURL: '/pricing',
  ReferringPageURL: 'news.example.com',
  ChatRequestingPageURL: '/checkout',
  LandingPageURL: '/campaign',
  SearchEngine: 'Google',
  SearchKeywords: 'running shoes',
  'Country/Region': 'Norway',
  'State/Province': 'Bavaria',
  City: 'Oslo',
  Language: 'en',
}

/** How a condition compares, in words. */
export const operatorWords: Record<ChatConditionOperator, string> = {
  is: 'is',
  isNot: 'is not',
  contains: 'contains',
  doesNotContain: 'does not contain',
  isMoreThan: 'is more than',
  isNotMoreThan: 'is at most',
  isLessThan: 'is less than',
  isNotLessThan: 'is at least',
  regularExpression: 'matches the pattern',
}
