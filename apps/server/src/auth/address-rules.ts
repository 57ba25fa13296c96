import type { AgentCaller, App } from '../context.ts'
import { AppError } from '../lib/app-error.ts'
import { addressesIn } from '../lib/ip-ranges.ts'
import { contextFor } from '../request-context.ts'
import { listLoginRanges } from './address-rules.repo.ts'

/** Ranges are read again after this long (ms), should the news of a change ever get lost. */
const KEPT_MS = 10_000
const SITES_KEPT = 10_000
/** One entry a minute (ms) tells of an address that keeps knocking: the log is not for it to fill. */
const AUDITED_EVERY_MS = 60_000
const KNOCKS_KEPT = 10_000

/** Who comes from an address: an agent, or somebody who wants to sign in to a site. */
export type Comer = AgentCaller | { readonly siteId: number; readonly kind: 'sign-in' }

/** Where a site's agents may come from. */
export interface AddressRules {
  /** Throws address_refused when the site names ranges and the address is in none of them. */
  check(comer: Comer, address: string): Promise<void>
}

type Judge = ((address: string) => boolean) | undefined

/** The rules of all sites, kept for moments only and dropped at once when they change. */
export function addressRules(app: App): AddressRules {
  const kept = new Map<number, { judge: Promise<Judge>; until: number }>()
  const audited = new Map<string, number>()
  app.bus.subscribe((event) => {
    if (event.type === 'settings.changed') kept.delete(event.siteId)
  })

  async function read(siteId: number): Promise<Judge> {
    const ranges = await listLoginRanges(app.database.db, siteId)
    return ranges.length ? addressesIn(ranges) : undefined
  }

  function judgeOf(siteId: number): Promise<Judge> {
    const found = kept.get(siteId)
    if (found && found.until > Date.now()) return found.judge
    if (kept.size >= SITES_KEPT) kept.clear()
    const judge = read(siteId)
    const entry = { judge, until: Date.now() + KEPT_MS }
    kept.set(siteId, entry)
    judge.catch(() => {
      if (kept.get(siteId) === entry) kept.delete(siteId)
    })
    return judge
  }

  async function audit(comer: Comer, address: string): Promise<void> {
    const key = `${comer.siteId} ${comer.kind === 'agent' ? comer.agentId : ''} ${address}`
    if ((audited.get(key) ?? 0) > Date.now()) return
    if (audited.size >= KNOCKS_KEPT) audited.clear()
    audited.set(key, Date.now() + AUDITED_EVERY_MS)
    const caller = comer.kind === 'agent' ? comer : ({ kind: 'system', siteId: comer.siteId } as const)
    const what = comer.kind === 'agent' ? 'a request' : 'a sign-in'
    await contextFor(app, caller).inTransaction((work) =>
      work.audit({ category: 'globalSettings', actionType: 'securityManagement' }, `Refused ${what} from ${address}`),
    )
  }

  return {
    async check(comer, address) {
      const isAllowed = await judgeOf(comer.siteId)
      if (!isAllowed || isAllowed(address)) return
      await audit(comer, address)
      throw new AppError('address_refused', 'The site does not allow its agents to come from this address.')
    },
  }
}
