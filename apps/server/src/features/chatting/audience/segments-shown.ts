import type { CustomerSegment, Output } from '@parley/contract'
import type { Context } from '../../../context.ts'
import { includedViews } from '../../../kit/references.ts'

/** The segments that rows name, in one read; those deleted meanwhile are left out. */
export async function segmentsShown(
  ctx: Context,
  rows: readonly { readonly segmentIds: readonly string[] }[],
): Promise<(row: { readonly segmentIds: readonly string[] }) => Output<typeof CustomerSegment>[]> {
  const ids = new Set(rows.flatMap((row) => row.segmentIds))
  const found = ids.size ? await includedViews(ctx, 'CustomerSegment', [...ids]) : new Map()
  return ({ segmentIds }) => segmentIds.flatMap((id) => found.get(id) ?? [])
}
