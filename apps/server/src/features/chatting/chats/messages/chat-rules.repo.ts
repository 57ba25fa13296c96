import { eq } from 'drizzle-orm'
import type { Db } from '../../../../db/db.ts'
import { siteSettings } from '../../../../db/schema/index.ts'

/** Whether credit-card numbers are masked before they are stored; on unless the site says otherwise. */
export async function isMaskingCards(db: Db, siteId: number): Promise<boolean> {
  const [row] = await db
    .select({ isOn: siteSettings.isCreditCardMaskingEnabled })
    .from(siteSettings)
    .where(eq(siteSettings.siteId, siteId))
  return row?.isOn ?? true
}
