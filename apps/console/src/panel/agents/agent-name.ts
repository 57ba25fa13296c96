import type { Agent } from './agents.queries.ts'

/** What an agent is called. */
export function agentName(agent: Pick<Agent, 'displayName' | 'firstName' | 'lastName' | 'email'>): string {
  return agent.displayName || `${agent.firstName} ${agent.lastName}`.trim() || agent.email
}
