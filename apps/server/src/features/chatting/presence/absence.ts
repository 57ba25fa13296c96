/** An agent without a connection is Offline after this long: a reload or a change of network is no reason. */
export const AGENT_GONE_MS = 30_000
/** The chats of an agent who has been gone for this long go to others. */
export const AGENT_LOST_MS = 5 * 60_000
