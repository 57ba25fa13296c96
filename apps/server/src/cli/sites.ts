import { checkPassword } from '../features/account/agents/agents.policy.ts'
import { createSite } from '../features/account/site/create-site.ts'
import { listSites } from '../features/account/site/site.repo.ts'
import { type Command, UsageError } from './with-app.ts'

/** `sites create`, `sites list`. */
export const siteCommands: Record<string, Command> = {
  'sites create': {
    help: '--company X --email Y --password Z   Make a site with an administrator',
    options: { company: { type: 'string' }, email: { type: 'string' }, password: { type: 'string' } },
    isAlwaysJson: true,
    async run(app, { company, email, password }) {
      if (!company || !email || !password) throw new UsageError('sites create needs --company, --email and --password')
      if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new UsageError('--email must be an e-mail address')
      checkPassword('password', password)
      const { siteId } = await createSite(app, { company, email, password })
      return { siteId }
    },
    show: (result) => JSON.stringify(result),
  },
  'sites list': {
    help: 'Show all sites',
    options: {},
    async run(app) {
      const rows = await listSites(app.database.db)
      return rows.map(({ id, company, registeredEmail, edition }) => ({
        siteId: id,
        company,
        registeredEmail,
        edition,
      }))
    },
    show: (result) =>
      (result as { siteId: number; company: string }[])
        .map(({ siteId, company }) => `${siteId}  ${company}`)
        .join('\n'),
  },
}
