import { randomBytes } from 'node:crypto'
import { hashPassword } from '../auth/passwords.ts'
import { findLogin } from '../auth/sign-in.repo.ts'
import type { Tx } from '../db/db.ts'
import { checkPassword } from '../features/account/agents/agents.policy.ts'
import { updatePassword } from '../features/account/agents/agents.repo.ts'
import { type Command, UsageError } from './with-app.ts'

/** `agents reset-password`. */
export const agentCommands: Record<string, Command> = {
  'agents reset-password': {
    help: '--email X [--site N] [--password Z]   Set a password, unlock the account, end its sign-ins',
    options: { site: { type: 'string' }, email: { type: 'string' }, password: { type: 'string' } },
    async run(app, { site, email, password = randomBytes(12).toString('base64url') }) {
      const siteId = Number(site ?? '10000')
      if (!Number.isInteger(siteId) || !email)
        throw new UsageError('agents reset-password needs --email, and --site unless it is 10000')
      checkPassword('password', password)
      const agent = await findLogin(app.database.db, siteId, email)
      if (!agent) throw new UsageError(`site ${siteId} has no agent ${email}`)
      const passwordHash = await hashPassword(password)
      await app.database.db.transaction((tx) => updatePassword(tx as Tx, siteId, agent.id, passwordHash))
      return { siteId, email, password }
    },
    show: (result) => `The password is now ${(result as { password: string }).password}`,
  },
}
