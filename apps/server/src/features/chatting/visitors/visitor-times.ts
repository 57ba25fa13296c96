/** A session goes on when its visitor comes back within this time (ms). */
export const SESSION_PAUSE_MS = 30 * 60_000
/** A visitor whose last connection closed is gone after this time (ms): page changes and reloads are quicker. */
export const GONE_AFTER_MS = 60_000
/** A session that says nothing for this long (ms) lost its process. */
export const SILENT_AFTER_MS = 150_000
