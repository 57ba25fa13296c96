import type { Variable } from './bridge.ts'

/** What the installation code leaves behind for the loader, and what the loader adds to it. */
export interface HostApi {
  chat_buttons?: { code_plan?: string; div_id?: string }[]
  site_id?: number | string
  main_code_plan?: string
  open?: () => void
  close?: () => void
  set?: (name: string, value: unknown) => void
  get?: (name: string) => unknown
  on?: (name: string, listener: Listener) => () => void
  do?: (name: string) => void
  open_chat_window?: () => void
  onReady?: unknown
  isLoaded?: boolean
}

type Listener = (detail: unknown) => void

/** What the page's calls come down to. */
export interface HostActions {
  open(): void
  close(): void
  setVariables(variables: Variable[]): void
}

/** Puts the functions a page may call on its `Comm100API` object and answers the function that tells the page what happened. */
export function exposeApi(api: HostApi, actions: HostActions): (name: string, detail?: unknown) => void {
  const listeners = new Map<string, Set<Listener>>()
  let isReady = false

  const on = (name: string, listener: Listener) => {
    const set = listeners.get(name) ?? new Set()
    listeners.set(name, set.add(listener))
    return () => void set.delete(listener)
  }
  const whenReady = (call: unknown) => {
    if (typeof call !== 'function') return
    if (isReady) call()
    else on('ready', () => call())
  }

  api.open = api.open_chat_window = () => actions.open()
  api.close = () => actions.close()
  api.do = (name) => name === 'livechat.button.click' && actions.open()
  api.get = (name) => ({ 'livechat.siteId': Number(api.site_id), 'livechat.campaignIds': [api.main_code_plan] })[name]
  api.on = on
  api.set = (name, value) => actions.setVariables(toVariables(name, value))

  // Pages assign a function, before or after the loader arrives, or call it with one
  whenReady(api.onReady)
  Object.defineProperty(api, 'onReady', { configurable: true, get: () => whenReady, set: whenReady })

  return (name, detail) => {
    if (name === 'ready') {
      if (isReady) return
      isReady = true
    }
    for (const listener of listeners.get(name) ?? []) listener(detail)
  }
}

function toVariables(name: string, value: unknown): Variable[] {
  if (name !== 'livechat.customVariables') return [{ name, value: String(value ?? '') }]
  const list: unknown[] = Array.isArray(value) ? value : []
  return list.flatMap((entry) => {
    const { name: key, value: content } = (entry ?? {}) as { name?: unknown; value?: unknown }
    return key ? [{ name: String(key), value: String(content ?? '') }] : []
  })
}
