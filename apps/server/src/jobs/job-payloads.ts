/** Every job and what it is given. Payloads name things; what to do is decided from the database when the job runs. */
export interface JobPayloads {
  /** Nobody took the offer in time: the next agent is asked. */
  'expire-offer': { siteId: number; chatId: string; agentId: number }
  /** The agent's last connection was lost a while ago: Offline. */
  'agent-gone': { siteId: number; agentId: number }
  /** The agent has been gone for long: the chats go to others. */
  'agent-lost': { siteId: number; agentId: number }
  /** The agent's account was deleted: the chats go to others. */
  'agent-deleted': { siteId: number; agentId: number }
  /** Limits, rules or agents of a site are others now. */
  redistribute: { siteId: number }
  /** Hours of a site's shifts begin or end, or the shifts are others now. */
  'apply-shifts': { siteId: number }
  /** Looks for what no job saw, such as connections of a process that was killed. */
  sweep: Record<string, never>
}

export type JobName = keyof JobPayloads
