import type { ChatActions } from './chat-actions.ts'
import type { ViewActions } from './view-actions.ts'

/** What the components can do. */
export type Actions = ViewActions & ChatActions
