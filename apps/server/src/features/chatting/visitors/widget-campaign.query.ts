import { and, eq, sql } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { campaignParts, campaigns, siteSettings, sites } from '../../../db/schema/index.ts'

export interface WidgetCampaignRow {
  readonly id: string
  readonly name: string
  readonly language: string
  readonly company: string
  readonly isDepartmentEnabled: boolean
  /** settings of window and button; null: what a new campaign has */
  readonly color: string | null
  readonly buttonColor: string | null
  readonly buttonOffsets: readonly (number | null)[]
  readonly isHiddenOffline: boolean | null
  readonly isPreChatEnabled: boolean | null
  readonly greeting: string | null
}

const offsets = [
  'adaptiveButtonRightOffset',
  'adaptiveButtonBottomOffset',
  'adaptiveButtonRightOffsetOnMobile',
  'adaptiveButtonBottomOffsetOnMobile',
].map((name) => sql`(${campaignParts.chatButton} ->> ${name}::text)::int`)

/** A campaign with what its site adds to it. */
export async function queryWidgetCampaign(
  db: Db,
  siteId: SiteId,
  campaignId: string,
): Promise<WidgetCampaignRow | undefined> {
  const [row] = await db
    .select({
      id: campaigns.id,
      name: campaigns.name,
      language: campaigns.language,
      company: sites.company,
      isDepartmentEnabled: siteSettings.isDepartmentEnabled,
      color: sql<string | null>`nullif(${campaignParts.chatWindow} ->> 'color', '')`,
      buttonColor: sql<string | null>`nullif(${campaignParts.chatButton} ->> 'adaptiveButtonColor', '')`,
      buttonOffsets: sql<(number | null)[]>`array[${sql.join(offsets, sql`, `)}]`,
      isHiddenOffline: sql<boolean | null>`(${campaignParts.chatButton} ->> 'isHideWhenOffline')::boolean`,
      isPreChatEnabled: sql<boolean | null>`(${campaignParts.preChat} ->> 'isEnable')::boolean`,
      greeting: sql<string | null>`nullif(${campaignParts.preChat} ->> 'greetingMessage', '')`,
    })
    .from(campaigns)
    .innerJoin(sites, eq(sites.id, campaigns.siteId))
    .leftJoin(siteSettings, eq(siteSettings.siteId, campaigns.siteId))
    .leftJoin(
      campaignParts,
      and(eq(campaignParts.siteId, campaigns.siteId), eq(campaignParts.campaignId, campaigns.id)),
    )
    .where(and(eq(campaigns.siteId, siteId), eq(campaigns.id, campaignId)))
  return row && { ...row, isDepartmentEnabled: row.isDepartmentEnabled ?? true }
}

/** Whether visitors of a site may choose departments at all. */
export async function queryIsDepartmentEnabled(db: Db, siteId: SiteId): Promise<boolean> {
  const [row] = await db
    .select({ isDepartmentEnabled: siteSettings.isDepartmentEnabled })
    .from(siteSettings)
    .where(eq(siteSettings.siteId, siteId))
  return row?.isDepartmentEnabled ?? true
}
