import { deleteLoginRanges } from '../auth/address-rules.repo.ts'
import { checkPassword } from '../features/account/agents/agents.policy.ts'
import { createSite } from '../features/account/site/create-site.ts'
import { listSites } from '../features/account/site/site.repo.ts'
import { type Command, UsageError } from './with-app.ts'

/** `sites create`, `sites list`, `sites allow-all-addresses`. */
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
  'sites allow-all-addresses': {
    help: '[--site N]   Let agents sign in from anywhere again, when IP ranges lock everybody out',
    options: { site: { type: 'string' } },
    async run(app, { site = '10000' }) {
      const siteId = Number(site)
      if (!Number.isInteger(siteId)) throw new UsageError('--site must be a number')
      return { siteId, removed: await deleteLoginRanges(app.database.db, siteId) }
    },
    show: (result) => `Removed ${(result as { removed: number }).removed} IP ranges; a running server notices in 10 s`,
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
