/** What the loader on the customer's page and the app in its iframe say to each other. Types and two constants, shared by both. */

/** The page the visitor looks at. */
export interface PageFacts {
  readonly url: string
  readonly title: string
  readonly referrer: string
}

/** How long a value is kept: as long as the tab, or as long as the browser keeps anything. */
export type KeepFor = 'tab' | 'browser'
/** What the app has kept, by name. The visitor's secret token is among it: it never stands in a URL. */
export type KeptValues = Readonly<Record<string, unknown>>

/** How much of the page the iframe covers. */
export type Layout = 'hidden' | 'button' | 'notice' | 'window'

/** How far the button is from the right and the bottom of the page, in pixels, then both on phones. */
export type Offsets = readonly number[]

/** A custom variable that the page has set. */
export interface Variable {
  readonly name: string
  readonly value: string
}

/** The first message of the loader, which carries the port for all others. */
export interface InitMessage {
  readonly type: typeof INIT
  readonly siteId: number
  readonly campaignId: string
  readonly kept: Readonly<Record<KeepFor, KeptValues>>
  readonly page: PageFacts
  readonly variables: readonly Variable[]
  readonly isDark: boolean
}

/** From the loader to the app. */
export type ToApp =
  | { readonly type: 'page'; readonly page: PageFacts }
  | { readonly type: 'variables'; readonly variables: readonly Variable[] }
  | { readonly type: 'open' }
  | { readonly type: 'close' }
  | { readonly type: 'theme'; readonly isDark: boolean }

/** From the app to the loader. */
export type ToLoader =
  | { readonly type: 'ready' }
  | { readonly type: 'layout'; readonly layout: Layout; readonly offsets: Offsets | undefined }
  | { readonly type: 'keep'; readonly keepFor: KeepFor; readonly key: string; readonly value: unknown }
  | { readonly type: 'focus' }
  | { readonly type: 'minimised' }
  | { readonly type: 'event'; readonly name: string; readonly detail: unknown }

/** The app asks for its `InitMessage` with this word. */
export const HELLO = 'parley:hello'
/** The type of the `InitMessage`. */
export const INIT = 'parley:init'
