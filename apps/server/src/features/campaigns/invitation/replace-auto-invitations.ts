import { AutoInvitation, type Invitation, type Update } from '@parley/contract'
import type { AgentContext, Work } from '../../../context.ts'
import type { autoInvitations } from '../../../db/schema/index.ts'
import { invalid } from '../../../lib/app-error.ts'
import { newId } from '../../../lib/ids.ts'
import { checkConditions } from '../../settings/conditions/check-conditions.ts'
import { checkColor } from '../parts/campaign-parts.ts'
import { matchByName } from '../routing/matched-rules.ts'
import * as repo from './auto-invitations.repo.ts'

type Sent = NonNullable<Update<typeof Invitation>['autoInvitations']>

/** A PUT of the invitation that carries automatic ones replaces all of them, in the order they come. */
export async function replaceAutoInvitations(
  ctx: AgentContext,
  { tx }: Work,
  campaignId: string,
  sent: Sent,
): Promise<void> {
  const { siteId } = ctx
  const { matches, left } = matchByName(await repo.listInvitations(tx, siteId, campaignId), sent)
  await repo.deleteInvitations(
    tx,
    siteId,
    left.map(({ id }) => id),
  )
  for (const [index, invitation] of sent.entries()) {
    const path = `autoInvitations[${index}].`
    if (invitation.name.trim() === '') throw invalid(`${path}name`, 'must not be empty')
    checkColor(`${path}textColor`, invitation.textColor)
    const conditions = await checkConditions(tx, siteId, invitation, path)
    const row = { ...repo.columnsOf(AutoInvitation, invitation), conditions } as typeof autoInvitations.$inferInsert
    const known = matches[index]
    await repo.putInvitation(tx, {
      ...row,
      siteId,
      campaignId,
      id: known?.id ?? newId(),
      order: invitation.order ?? index + 1,
      isEnable: invitation.isEnable ?? true,
      conditionMetType: invitation.conditionMetType ?? 'all',
      // neither of them is anybody's to send
      imageType: known?.imageType ?? 'fromGallery',
      image: known?.image ?? null,
      createdTime: known?.createdTime ?? ctx.now(),
    })
  }
}
