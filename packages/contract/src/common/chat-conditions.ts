const forText = ['is', 'isNot', 'contains', 'doesNotContain', 'regularExpression'] as const
const forNumbers = ['is', 'isLessThan', 'isMoreThan', 'isNotLessThan', 'isNotMoreThan'] as const
const forChoices = ['is', 'isNot'] as const

/**
 * What conditions of segments, invitations and routing rules can be about, and how each can be compared. `holds` tells
 * what a value has to be.
 */
export const chatConditionFields = {
  CurrentPageURL: { holds: 'text', operators: forText },
  ReferringPageURL: { holds: 'text', operators: forText },
  ChatRequestingPageURL: { holds: 'text', operators: forText },
  LandingPageURL: { holds: 'text', operators: forText },
  SearchEngine: { holds: 'text', operators: forChoices },
  SearchKeywords: { holds: 'text', operators: forText },
  Numberofvisits: { holds: 'number', operators: forNumbers },
  Numberofchats: { holds: 'number', operators: forNumbers },
  'Country/Region': { holds: 'text', operators: forChoices },
  'State/Province': { holds: 'text', operators: forChoices },
  City: { holds: 'text', operators: forChoices },
  TimeZone: { holds: 'timeZone', operators: forChoices },
  Language: { holds: 'text', operators: forChoices },
  Segmentation: { holds: 'segment', operators: forChoices },
} as const

export type ChatConditionField = keyof typeof chatConditionFields

/** The fields of conditions in the order in which people choose from them. */
export const chatConditionFieldNames = Object.keys(chatConditionFields) as ChatConditionField[]

/** Every operator that some field takes. */
export const chatConditionOperators = [
  'is',
  'isNot',
  'contains',
  'doesNotContain',
  'isMoreThan',
  'isNotMoreThan',
  'isLessThan',
  'isNotLessThan',
  'regularExpression',
] as const

export type ChatConditionOperator = (typeof chatConditionOperators)[number]
