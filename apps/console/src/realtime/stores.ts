import type { AgentShift, ConnectionState } from '@parley/client'
import { readPref } from '../lib/prefs.ts'
import { type ChatsState, noChats } from './chats-state.ts'
import { createStore } from './store.ts'
import { noThreads, type ThreadsState } from './threads-state.ts'
import { noVisitors, type VisitorsState } from './visitors-state.ts'

/** The agent's connection as the shell shows it. */
export interface LinkState {
  readonly connection: ConnectionState
  readonly agentId: number
  readonly displayName: string
  readonly status: string
  /** What the agent's shifts ask for; null: the agent works in none. */
  readonly shift: AgentShift | null
  /** Whether the chats of colleagues may be seen. */
  readonly seesSite: boolean
}

export const noLink: LinkState = {
  connection: 'connecting',
  agentId: 0,
  displayName: '',
  status: readPref('status') ?? 'Online',
  shift: null,
  seesSite: false,
}

/** What the realtime connection knows. Components read parts of these with `useStore`. */
export const linkStore = createStore<LinkState>(noLink)
export const chatsStore = createStore<ChatsState>(noChats)
export const threadsStore = createStore<ThreadsState>(noThreads)
export const visitorsStore = createStore<VisitorsState>(noVisitors)

/** Forgets everything: another agent may sign in. */
export function clearStores(): void {
  linkStore.update(() => ({ ...noLink, status: readPref('status') ?? 'Online' }))
  chatsStore.update(() => noChats)
  threadsStore.update(() => noThreads)
  visitorsStore.update(() => noVisitors)
}
