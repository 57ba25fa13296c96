import { CustomerSegment } from '@parley/contract'
import { sql } from 'drizzle-orm'
import type { AgentContext, Work } from '../../../context.ts'
import { customerSegments } from '../../../db/schema/index.ts'
import { checkIds } from '../../../kit/references.ts'
import { createResource, inUse, type Row } from '../../../kit/resource.ts'
import { invalid } from '../../../lib/app-error.ts'
import { checkConditions } from '../conditions/check-conditions.ts'
import { findUseOf, nextOrder } from './customer-segments.repo.ts'

export type CustomerSegmentRow = typeof customerSegments.$inferSelect & Row

const COLOR = /^#?([0-9a-f]{6})$/i

/** Groups of visitors, in order. A visitor is in every enabled one whose conditions hold. */
export const customerSegmentsResource = createResource<typeof CustomerSegment, CustomerSegmentRow>({
  entity: CustomerSegment,
  noun: 'customer segment',
  table: customerSegments,
  audit: { category: 'liveChat', actionType: 'segmentationManagement' },
  nameOf: (row) => row.name,
  orderBy: [sql`${customerSegments.order}`, sql`${customerSegments.id}`],
  hooks: {
    async beforeCreate(ctx, work, row) {
      row.order ??= await nextOrder(work.tx, ctx.siteId)
      await check(ctx, work, row)
    },
    async beforeUpdate(ctx, work, row, next) {
      next.order ??= row.order
      if (next.conditions.some(({ field, value }) => field === 'Segmentation' && value.toLowerCase() === row.id))
        throw invalid('conditions', 'must not be about the segment itself')
      await check(ctx, work, next)
    },
    async beforeDelete(ctx, work, row) {
      const use = await findUseOf(work.tx, ctx.siteId, row.id)
      if (use !== undefined) throw inUse(`customer segment ('${row.name}')`, use)
    },
    async afterWrite(ctx, work) {
      work.emit({ type: 'settings.changed', siteId: ctx.siteId })
    },
  },
})

/** Throws 400 for what schema cannot see, and brings conditions and colour to their canonical form. */
async function check(ctx: AgentContext, { tx }: Work, row: CustomerSegmentRow): Promise<void> {
  const [, color] = COLOR.exec(row.color) ?? []
  if (!color) throw invalid('color', 'must be a colour such as 339FD9')
  row.color = color
  await checkIds(tx, ctx.siteId, 'Department', 'alertTo.departmentIds', [...(row.alertTo?.departmentIds ?? [])])
  await checkIds(tx, ctx.siteId, 'Agent', 'alertTo.agentIds', [...(row.alertTo?.agentIds ?? [])])
  row.conditions = await checkConditions(tx, ctx.siteId, row)
}
