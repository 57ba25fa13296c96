import { Ban } from '@parley/contract'
import type { AgentContext, Work } from '../../../context.ts'
import { bans } from '../../../db/schema/index.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { invalid } from '../../../lib/app-error.ts'
import { isRange, readAddress } from '../../../lib/ip-addresses.ts'
import { listVisitorsByIds } from '../../chatting/visitors/visitors.query.ts'

export type BanRow = typeof bans.$inferSelect & Row

/** Who may not visit: one visitor, one address or a range of addresses. */
export const bansResource = createResource<typeof Ban, BanRow>({
  entity: Ban,
  noun: 'ban',
  table: bans,
  audit: { category: 'liveChat', actionType: 'banManagement' },
  nameOf: (row) =>
    ({ visitor: row.visitorId, ip: row.ip, ipRange: `${row.ipRangeFrom}-${row.ipRangeTo}` })[row.type] ?? '',
  includes: {
    visitor: { entity: 'Visitor', ids: 'visitorId', into: 'visitor' },
    agent: { entity: 'Agent', ids: 'lastUpdatedByAgentId', into: 'lastUpdatedAgent' },
  },
  hooks: {
    async beforeCreate(ctx, work, row) {
      await check(ctx, work, row)
    },
    async beforeUpdate(ctx, work, _row, next) {
      await check(ctx, work, next)
    },
  },
})

async function check(ctx: AgentContext, { tx }: Work, row: BanRow): Promise<void> {
  row.ip = address('ip', row.ip)
  row.ipRangeFrom = address('ipRangeFrom', row.ipRangeFrom)
  row.ipRangeTo = address('ipRangeTo', row.ipRangeTo)
  if (row.ipRangeFrom && row.ipRangeTo && !isRange(row.ipRangeFrom, row.ipRangeTo))
    throw invalid('ipRangeTo', 'must not come before ipRangeFrom, and must be an address of the same kind')
  if (row.type === 'visitor' && row.visitorId) {
    const [visitor] = await listVisitorsByIds(tx, ctx.siteId, [row.visitorId])
    if (!visitor) throw invalid('visitorId', `names ${row.visitorId}, which does not exist`)
  }
  row.lastUpdatedByAgentId = ctx.caller.agentId
}

function address(parameter: string, text: string | null): string | null {
  if (!text) return null
  const read = readAddress(text)
  if (!read) throw invalid(parameter, 'must be an IPv4 or IPv6 address')
  return read
}
