// The contract's own constants would bring its schema library into the widget; a test holds these against them.

/** A client that hears nothing for this long (ms) takes its connection for dead. */
export const SILENCE_LIMIT_MS = 45_000
/** The largest frame (bytes) the server takes. */
export const MAX_FRAME_BYTES = 128 * 1024
/** Close code: the credentials are missing, wrong or revoked. */
export const CLOSE_UNAUTHORISED = 4401
/** Close code: the visitor is banned. */
export const CLOSE_BANNED = 4403

/** How long (ms) opening a connection and being greeted may take before the next try. */
export const CONNECT_LIMIT_MS = 15_000
/** How long (ms) a command other than a message waits for its acknowledgement, time without connection included. */
export const COMMAND_LIMIT_MS = 30_000
/** Wait (ms) before the first try to reconnect; it doubles with every failure. */
export const FIRST_RETRY_MS = 400
/** Longest wait (ms) between two tries to reconnect. */
export const LAST_RETRY_MS = 10_000
/** Wait (ms) before a command that the server could not take just now is sent again; it doubles every time. */
export const RESEND_MS = 1_000
/** How often the server may say that it cannot take a command before that is believed. */
export const MAX_RESENDS = 5
