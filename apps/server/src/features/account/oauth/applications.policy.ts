import type { AgentCaller } from '../../../context.ts'
import { AppError } from '../../../lib/app-error.ts'

/** Throws no_permission when an application acts: what it makes would outlive what the agent allowed it. */
export function checkIsAgentItself(caller: AgentCaller): void {
  if (caller.application)
    throw new AppError('no_permission', 'Applications can neither make API keys nor register applications.')
}
