import type { AgentCommands, AgentResults, VisitorCommands, VisitorResults } from './commands.contract.ts'
import type { AgentEvents, VisitorEvents } from './events.contract.ts'

/** A command: `id` is the client's own number, repeated in the acknowledgement. */
export interface CommandFrame {
  readonly id: number
  readonly command: string
  readonly payload: unknown
}

/** The acknowledgement of a command; codes are those of the REST API. */
export type AckFrame =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly code: number; readonly message: string }

/** Something that happened. */
export interface EventFrame {
  readonly event: string
  readonly payload: unknown
}

/** The two kinds of connection, with everything that goes over them. */
export interface Channels {
  visitor: { commands: VisitorCommands; results: VisitorResults; events: VisitorEvents }
  agent: { commands: AgentCommands; results: AgentResults; events: AgentEvents }
}
export type ChannelName = keyof Channels

/** A client that hears nothing for this long (ms) takes its connection for dead. */
export const SILENCE_LIMIT_MS = 45_000
/** How often (ms) the server sends a WebSocket ping, answered by the browser itself, and the text frame `{}`, which the client can see. */
export const HEARTBEAT_MS = 20_000
/** The largest frame (bytes) a client may send. */
export const MAX_FRAME_BYTES = 128 * 1024
/** Close code: the credentials are missing, wrong or revoked. Reconnecting with the same ones is useless. */
export const CLOSE_UNAUTHORISED = 4401
/** Close code: the peer does not read fast enough; reconnect and resume. */
export const CLOSE_TOO_SLOW = 4408
/** Close code: the peer sent too many frames or broken ones. */
export const CLOSE_ABUSE = 4429
/** Close code: the visitor is banned. */
export const CLOSE_BANNED = 4403
