/** Names of rooms; nobody else builds one. Ids are numbers and GUIDs of our own, never what a client wrote. */
export const rooms = {
  /** all connections of one visitor */
  visitor: (siteId: number, visitorId: string) => `v:${siteId}:${visitorId}`,
  /** all visitors of a site */
  siteVisitors: (siteId: number) => `V:${siteId}`,
  /** all connections of one agent */
  agent: (siteId: number, agentId: number) => `a:${siteId}:${agentId}`,
  /** all agents of a site */
  siteAgents: (siteId: number) => `A:${siteId}`,
  /** agents who have a chat, had it until just now, or look at it */
  chat: (siteId: number, chatId: string) => `c:${siteId}:${chatId}`,
  /** agents who watch all chats of a site */
  siteChats: (siteId: number) => `C:${siteId}`,
  /** agents who watch the visitors of a site */
  siteMonitor: (siteId: number) => `M:${siteId}`,
} as const

const nobody: ReadonlySet<never> = new Set<never>()

/** Who is in which room. */
export class Rooms<M> {
  readonly #members = new Map<string, Set<M>>()

  join(room: string, member: M): void {
    const members = this.#members.get(room)
    if (members) members.add(member)
    else this.#members.set(room, new Set([member]))
  }

  leave(room: string, member: M): void {
    const members = this.#members.get(room)
    if (members?.delete(member) && members.size === 0) this.#members.delete(room)
  }

  in(room: string): ReadonlySet<M> {
    return this.#members.get(room) ?? nobody
  }

  /** Whoever is in any of the rooms, once. */
  inAny(names: readonly string[]): ReadonlySet<M> {
    const found = names.map((name) => this.in(name)).filter((members) => members.size > 0)
    if (found.length <= 1) return found[0] ?? nobody
    return new Set(found.flatMap((members) => [...members]))
  }
}
