import { HELLO, INIT, type InitMessage, type ToApp, type ToLoader, type Variable } from './bridge.ts'
import { createFrame } from './frame.ts'
import { createKeeper } from './keeper.ts'
import { currentPage, watchPages } from './page-views.ts'
import { exposeApi, type HostApi } from './public-api.ts'

declare global {
  interface Window {
    Comm100API?: HostApi
    Parley?: HostApi
  }
}

// Only while the script runs does the document know which one it is
const script = document.currentScript as HTMLScriptElement | null

function start(api: HostApi, origin: string): void {
  const siteId = Number(api.site_id)
  const campaignId = api.main_code_plan ?? api.chat_buttons?.[0]?.code_plan ?? ''
  if (!siteId || !campaignId || api.isLoaded) return
  api.isLoaded = true

  const keeper = createKeeper(siteId)
  const dark = matchMedia('(prefers-color-scheme:dark)')
  const variables: Variable[] = []
  const waiting: ToApp[] = []
  let port: MessagePort | undefined
  let opener: HTMLElement | undefined

  const post = (message: ToApp) => (port ? port.postMessage(message) : waiting.push(message))

  const tell = exposeApi(api, {
    open() {
      const active = document.activeElement
      if (active instanceof HTMLElement && active !== document.body) opener = active
      post({ type: 'open' })
    },
    close: () => post({ type: 'close' }),
    setVariables(added) {
      variables.push(...added)
      if (port) post({ type: 'variables', variables: added })
    },
  })

  // The fragment never reaches a server; it tells the app whom it may talk to
  const frame = createFrame(`${origin}/widget/app/index.html#${encodeURIComponent(location.origin)}`)

  const hear = (message: ToLoader) => {
    switch (message.type) {
      case 'ready':
        return tell('ready')
      case 'event':
        return tell(message.name, message.detail)
      case 'keep':
        return keeper.write(message.keepFor, message.key, message.value)
      case 'focus':
        return frame.element.focus()
      case 'minimised':
        // After the app has put the focus on its button: who opened the window by other means gets it instead
        if (opener?.isConnected) opener.focus()
        opener = undefined
        return
      case 'layout':
        return frame.show(message.layout, message.offsets)
    }
  }

  addEventListener('message', (event) => {
    if (event.source !== frame.element.contentWindow || event.origin !== origin || event.data !== HELLO) return
    const channel = new MessageChannel()
    port?.close()
    port = channel.port1
    port.onmessage = (heard: MessageEvent<ToLoader>) => hear(heard.data)
    const init: InitMessage = {
      type: INIT,
      siteId,
      campaignId,
      kept: { tab: keeper.read('tab'), browser: keeper.read('browser') },
      page: currentPage(),
      variables,
      isDark: dark.matches,
    }
    frame.element.contentWindow?.postMessage(init, origin, [channel.port2])
    for (const message of waiting.splice(0)) port.postMessage(message)
  })

  dark.addEventListener('change', () => post({ type: 'theme', isDark: dark.matches }))
  watchPages((page) => post({ type: 'page', page }))
}

const found = script ?? document.querySelector<HTMLScriptElement>('script[src*="/widget/loader.js"]')
if (found) {
  const api: HostApi = window.Comm100API ?? window.Parley ?? {}
  window.Comm100API = window.Parley = api
  const run = () => start(api, new URL(found.src).origin)
  if (document.body) run()
  else addEventListener('DOMContentLoaded', run)
}
