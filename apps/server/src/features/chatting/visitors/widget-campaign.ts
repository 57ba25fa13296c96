import type { VisitorEvents, VisitorResults } from '@parley/contract'
import type { App, SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { notFound } from '../../../lib/app-error.ts'
import { isSiteOnline, listDepartmentsOnline } from '../presence/site-online.ts'
import { queryIsDepartmentEnabled, queryWidgetCampaign } from './widget-campaign.query.ts'

/** The colour of a campaign that has none of its own. */
const DEFAULT_COLOR = '#0f766e'
/** How far the button of a new campaign is from the right and the bottom, in pixels, then both on phones. */
const DEFAULT_OFFSETS = [20, 20, 12, 12]

/** What the widget needs to draw itself. */
export async function widgetCampaign(
  app: App,
  siteId: SiteId,
  campaignId: string,
): Promise<VisitorResults['visitor.hello']['campaign']> {
  const { db } = app.database
  const row = await queryWidgetCampaign(db, siteId, campaignId)
  if (!row) throw notFound('campaign')
  const { id, name, language, company, isDepartmentEnabled, isPreChatEnabled, greeting } = row
  const color = cssColor(row.color) ?? DEFAULT_COLOR
  const presence = await presenceOf(db, siteId, isDepartmentEnabled)
  return {
    id,
    name,
    language,
    company,
    color,
    buttonColor: cssColor(row.buttonColor) ?? color,
    buttonOffsets: row.buttonOffsets.map((pixels, index) => pixels ?? DEFAULT_OFFSETS[index] ?? 0),
    isHiddenOffline: row.isHiddenOffline ?? false,
    isPreChatEnabled: isPreChatEnabled ?? true,
    greeting,
    ...presence,
  }
}

/** The API takes colours with and without #, CSS only with. */
function cssColor(color: string | null): string | null {
  return color && `#${color.replace(/^#/, '')}`
}

/** Whether anybody can take a chat now, and in which departments. */
export async function sitePresence(app: App, siteId: SiteId): Promise<VisitorEvents['campaign.presence']> {
  const { db } = app.database
  return presenceOf(db, siteId, await queryIsDepartmentEnabled(db, siteId))
}

async function presenceOf(db: Db, siteId: SiteId, isDepartmentEnabled: boolean) {
  const [isOnline, departments] = await Promise.all([
    isSiteOnline(db, siteId),
    isDepartmentEnabled ? listDepartmentsOnline(db, siteId) : [],
  ])
  return { isOnline, departments }
}
