import { WhitelistedLoginIPRange } from '@parley/contract'
import { whitelistedLoginIpRanges } from '../../../db/schema/index.ts'
import { createResource, type Row } from '../../../kit/resource.ts'
import { readRange } from '../../../lib/ip-ranges.ts'

type RangeRow = typeof whitelistedLoginIpRanges.$inferSelect & Row

/** Where agents may come from: with any range, nobody gets in from outside of all of them. */
export const loginIpRangesResource = createResource<typeof WhitelistedLoginIPRange, RangeRow>({
  entity: WhitelistedLoginIPRange,
  noun: 'whitelisted login IP range',
  table: whitelistedLoginIpRanges,
  audit: { category: 'globalSettings', actionType: 'securityManagement' },
  nameOf: (row) => `${row.ipFrom} - ${row.ipTo}`,
  hooks: {
    async beforeCreate(_ctx, _work, row) {
      Object.assign(row, readRange(row.ipFrom, row.ipTo))
    },
    async beforeUpdate(_ctx, _work, _row, next) {
      Object.assign(next, readRange(next.ipFrom, next.ipTo))
    },
    async afterWrite(ctx, work) {
      work.emit({ type: 'settings.changed', siteId: ctx.siteId })
      // whoever is connected is looked at again, by the new ranges
      work.emit({ type: 'access.changed', siteId: ctx.siteId })
    },
  },
})
