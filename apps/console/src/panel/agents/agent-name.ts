import type { Agent } from './agents.queries.ts'

/** What colleagues call an agent: the whole name, as several may share the one that visitors see. */
export function agentName(agent: Pick<Agent, 'displayName' | 'firstName' | 'lastName' | 'email'>): string {
  return `${agent.firstName ?? ''} ${agent.lastName ?? ''}`.trim() || agent.displayName || agent.email
}
