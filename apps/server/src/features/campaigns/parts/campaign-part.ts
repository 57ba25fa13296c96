import type { AuditAction, Entity } from '@parley/contract'
import { createSingleton, type Singleton, type SingletonSpec } from '../../../kit/singleton.ts'
import { notFound } from '../../../lib/app-error.ts'
import { findCampaignName, findParts, lockCampaign, type PartName, upsertPart } from './campaign-parts.repo.ts'

type PartSpec<E extends Entity> = Omit<SingletonSpec<E, string>, 'read' | 'write' | 'lock' | 'audit'> & {
  /** where they are stored; null for a part whose settings are all stored elsewhere */
  readonly part: PartName | null
  readonly audit?: AuditAction
}

/** The settings of one part of a campaign; the key is the campaign's id. */
export function campaignPart<E extends Entity>({ part, ...spec }: PartSpec<E>): Singleton<E, string> {
  return createSingleton<E, string>({
    audit: { category: 'liveChat', actionType: 'campaignsManagement' },
    ownerOf: async (tx, siteId, campaignId) => `campaign ${await findCampaignName(tx, siteId, campaignId)}`,
    ...spec,
    async read(db, siteId, campaignId) {
      const parts = await findParts(db, siteId, campaignId)
      if (parts === undefined) throw notFound('campaign')
      return (part && parts?.[part]) || undefined
    },
    async lock(tx, siteId, campaignId) {
      if (!(await lockCampaign(tx, siteId, campaignId))) throw notFound('campaign')
    },
    async write(tx, siteId, campaignId, value) {
      if (part) await upsertPart(tx, siteId, campaignId, part, value)
    },
  })
}
