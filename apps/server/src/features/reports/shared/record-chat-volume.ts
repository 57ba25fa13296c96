import type { Db } from '../../../db/db.ts'
import { chatVolumeDeltas } from '../../../db/schema/index.ts'

/** What decides where a chat counts in the report on chat volume. */
export interface VolumeFacts {
  readonly status: 'normal' | 'missed' | 'refused' | null
  readonly requestedTime: Date
  readonly campaignId: string
  readonly departmentId: string | null
}

const SLOT_MS = 15 * 60 * 1000
const COLUMNS = { normal: 'chats', missed: 'missed', refused: 'refused' } as const

type DeltaRow = typeof chatVolumeDeltas.$inferInsert

/**
 * Appends what a chat's change means for the roll-ups, in the chat's own transaction. Where it counted before, it is
 * taken back, so that it never counts twice.
 */
export async function recordChatVolume(
  db: Db,
  siteId: number,
  changes: readonly { readonly before: VolumeFacts; readonly after: VolumeFacts }[],
): Promise<void> {
  const rows = changes
    .filter(({ before, after }) => before.status !== after.status || before.departmentId !== after.departmentId)
    .flatMap(({ before, after }) => [...deltas(siteId, before, -1), ...deltas(siteId, after, 1)])
  if (rows.length) await db.insert(chatVolumeDeltas).values(rows)
}

function deltas(siteId: number, facts: VolumeFacts, count: 1 | -1): DeltaRow[] {
  if (!facts.status) return []
  const iso = facts.requestedTime.toISOString()
  const day = iso.slice(0, 10)
  const slot = Math.floor((facts.requestedTime.getTime() - Date.parse(`${day}T00:00:00Z`)) / SLOT_MS)
  const row = { siteId, day, slot, [COLUMNS[facts.status]]: count }
  return [
    { ...row, dimension: 'site', dimensionId: '' },
    { ...row, dimension: 'campaign', dimensionId: facts.campaignId },
    ...(facts.departmentId ? [{ ...row, dimension: 'department', dimensionId: facts.departmentId } as const] : []),
  ]
}
