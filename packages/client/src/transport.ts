/** What carries text frames both ways: a WebSocket, or whatever else a network lets through. */
export interface Transport {
  send(text: string): void
  close(): void
}

/** What a transport tells its connection; nothing before the factory has returned. */
export interface TransportEvents {
  opened(): void
  received(text: string): void
  /** Closed by either side or never opened; the code is that of WebSocket. */
  closed(code: number): void
}

/** Starts to open a transport. */
export type TransportFactory = (url: string, events: TransportEvents) => Transport

/** Frames over the runtime's own WebSocket: browsers, and Node since version 22. */
export function webSocketTransport(url: string, events: TransportEvents): Transport {
  const socket = new WebSocket(url)
  socket.onopen = () => events.opened()
  socket.onmessage = ({ data }) => events.received(String(data))
  socket.onclose = ({ code }) => events.closed(code)
  return { send: (text) => socket.send(text), close: () => socket.close(1000) }
}
