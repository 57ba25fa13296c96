import { HELLO, INIT, type InitMessage, type ToApp, type ToLoader } from '../../loader/bridge.ts'

/** The way to the loader on the customer's page. */
export interface LoaderLink {
  readonly init: InitMessage
  send(message: ToLoader): void
  listen(hear: (message: ToApp) => void): void
}

/**
 * Asks the page around the iframe for the first message. Only the embedding window may answer, and only from the
 * origin that the fragment names; what follows goes over a private port.
 */
export function linkToLoader(): Promise<LoaderLink> {
  const origin = decodeURIComponent(location.hash.slice(1))
  // A page opened from a file has the origin "null", to which nothing can be addressed
  const address = origin === 'null' ? '*' : origin
  return new Promise((resolve) => {
    addEventListener('message', function receive(event: MessageEvent<InitMessage | undefined>) {
      const port = event.ports[0]
      if (event.source !== window.parent || event.origin !== origin || event.data?.type !== INIT || !port) return
      removeEventListener('message', receive)
      resolve({
        init: event.data,
        send: (message) => port.postMessage(message),
        listen(hear) {
          port.onmessage = (heard: MessageEvent<ToApp>) => hear(heard.data)
        },
      })
    })
    window.parent.postMessage(HELLO, address)
  })
}
