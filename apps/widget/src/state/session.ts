import { connectVisitor, type Visitor } from '@parley/client/visitor'
import type { PageFacts, ToApp, Variable } from '../../loader/bridge.ts'
import type { Actions } from './actions.ts'
import { createChatActions } from './chat-actions.ts'
import { createChatFeed } from './chat-feed.ts'
import { createFocus } from './focus.ts'
import { initialState } from './initial-state.ts'
import { keptFor, type VisitorKeys } from './kept.ts'
import type { LoaderLink } from './loader-link.ts'
import { createOutbox } from './outbox.ts'
import { layoutOf, type WidgetState } from './state.ts'
import { createStore } from './store.ts'
import { createViewActions } from './view-actions.ts'

/** Starts the session of one page: the state, the connection, and `draw` whenever something has changed. */
export async function startSession(
  link: LoaderLink,
  draw: (state: WidgetState, actions: Actions) => void,
): Promise<void> {
  const { init, send } = link
  const tab = keptFor('tab', link)
  const browser = keptFor('browser', link)
  const focus = createFocus(link)
  const store = createStore(initialState(init, tab, browser), changed)
  const outbox = createOutbox(store, tab)
  const feed = createChatFeed({ store, tab, outbox, tellPage: (name, detail) => send({ type: 'event', name, detail }) })
  const view = createViewActions({ store, tab, feed, focus })
  const { setDraft: saveDraft } = view
  const actions = {
    ...view,
    ...createChatActions({ store, tab, browser, focus, outbox, feed, saveDraft, visitor: () => visitor }),
  }
  const values: Record<string, string> = {}
  let page = init.page
  let visitor: Visitor | undefined
  let sent = 'hidden'

  function changed(): void {
    const state = store.get()
    const layout = layoutOf(state)
    const offsets = state.campaign?.buttonOffsets
    const shown = layout + offsets
    draw(state, actions)
    if (shown !== sent) {
      sent = shown
      // hidden is what it is before anybody looked whether it was open
      if (layout !== 'hidden') tab.write('isOpen', layout === 'window')
      send({ type: 'layout', layout, offsets })
    }
    focus.settle(state)
  }

  function setVariables(variables: readonly Variable[]): void {
    for (const { name, value } of variables) {
      const { known, person } = store.get()
      if ((name === 'name' || name === 'email') && !known[name]) {
        store.set({ known: { ...known, [name]: value }, person: { ...person, [name]: value } })
      }
    }
    Object.assign(values, Object.fromEntries(variables.map(({ name, value }) => [name, value])))
    if (Object.keys(values).length) visitor?.setVariables(values).catch(() => {})
  }

  function setPage(next: PageFacts): void {
    page = next
    visitor?.pageView(page).catch(() => {})
  }

  function hear(message: ToApp): void {
    if (message.type === 'page') setPage(message.page)
    else if (message.type === 'variables') setVariables(message.variables)
    else if (message.type === 'open') actions.open()
    else if (message.type === 'theme') store.set({ isDark: message.isDark })
    else if (store.get().layout === 'window') actions.minimise()
  }

  function showFirst(): void {
    if (store.get().layout === 'hidden') store.set({ layout: tab.read('isOpen') ? 'window' : 'button' })
  }

  function greeted(client: Visitor): void {
    visitor = client
    const { visitorId, visitorToken } = client
    const meet = () => {
      tab.write('campaign', client.campaign)
      store.set({ campaign: client.campaign })
    }
    meet()
    browser.write('keys', { visitorId, visitorToken } satisfies VisitorKeys)
    showFirst()
    const chat = client.chat ?? client.endedChat
    if (chat) feed.follow(chat)
    else outbox.takeBack()
    store.set({ connection: 'open', isGreeted: true })
    client.on('chat', feed.follow)
    client.on('presence', meet)
    client.on('connection', (connection) => {
      // Between two tries the connection is still lost to the visitor
      if (connection !== 'connecting') store.set({ connection })
      if (connection === 'closed') store.set({ layout: 'hidden' })
    })
    // Also what the page has said while the connection was made
    setVariables([])
    if (page !== init.page) setPage(page)
    send({ type: 'ready' })
  }

  link.listen(hear)
  document.addEventListener('visibilitychange', () => {
    feed.look()
  })
  setVariables(init.variables)
  if (store.get().campaign) showFirst()
  // With it, a chat that has ended is told too: it may still be read and rated
  const chatId = tab.read<string>('chatId')
  try {
    const client = await connectVisitor({
      url: location.origin,
      siteId: init.siteId,
      campaignId: init.campaignId,
      ...browser.read<VisitorKeys>('keys'),
      page: init.page,
      resume: chatId ? { chatId, afterSeq: 0 } : undefined,
      browser: {
        userAgent: navigator.userAgent,
        language: navigator.language,
        screenResolution: `${screen.width}x${screen.height}`,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      connectTimeoutMs: Number.POSITIVE_INFINITY,
    })
    greeted(client)
  } catch {
    // Banned, or no such campaign: there is nothing to offer
    store.set({ layout: 'hidden' })
  }
}
