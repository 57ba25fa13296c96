import type { ChatConditionField } from '@parley/contract'
import type { KnownRow } from './audience.query.ts'

type CountField = 'Numberofvisits' | 'Numberofchats'

/** What is known of a visitor, by the fields that conditions can be about. Null: not known. */
export type VisitorFacts = Readonly<
  Record<Exclude<ChatConditionField, 'Segmentation' | CountField>, string | null> & Record<CountField, number>
> & {
  /** the segments the visitor is in */
  readonly Segmentation: Pick<ReadonlySet<string>, 'has'>
}

/** Facts before anybody asked for segments. */
export type PlainFacts = Omit<VisitorFacts, 'Segmentation'>

/** A visitor's facts as conditions name them; `requestingPageUrl` is the page of the chat that is being requested. */
export function factsOf(known: KnownRow, requestingPageUrl: string | null): PlainFacts {
  return {
    CurrentPageURL: known.currentPageUrl,
    ReferringPageURL: known.referrerUrl,
    ChatRequestingPageURL: requestingPageUrl,
    LandingPageURL: known.landingPageUrl,
    SearchEngine: known.searchEngine,
    SearchKeywords: known.keywords,
    Numberofvisits: known.visits,
    Numberofchats: known.chats,
    'Country/Region': known.country,
    'State/Province': known.state,
    City: known.city,
    TimeZone: known.timeZone,
    Language: known.language,
  }
}
