import type { api, BodyOf, ConversionAchieved, ConversionAction, Output } from '@parley/contract'
import type { AgentContext } from '../../../context.ts'
import { addIncludes } from '../../../kit/includes.ts'
import { invalid } from '../../../lib/app-error.ts'
import { onlineRows } from '../../chatting/visitors/list-online-visitors.ts'
import { conversionActionsResource as actions } from './conversion-actions.resource.ts'
import { findActionByName } from './conversions.repo.ts'
import { noteConversion } from './note-conversion.ts'

type View = Output<typeof ConversionAction>

/** One word adds two agents, and the kit adds one object a word. */
const CHANGED_BY = { agent: { entity: 'Agent', ids: 'lastUpdatedByAgentId', into: 'lastUpdatedAgent' } }

/** Every conversion action of the site. */
export async function listConversionActions(ctx: AgentContext, include: readonly string[]): Promise<View[]> {
  const views = await actions.list(ctx, { include })
  await addIncludes(ctx, CHANGED_BY, views, include)
  return views
}

/** One conversion action. Throws not_found. */
export async function getConversionAction(ctx: AgentContext, id: string, include: readonly string[]): Promise<View> {
  const view = await actions.get(ctx, id, include)
  await addIncludes(ctx, CHANGED_BY, [view], include)
  return view
}

/** Notes a conversion of a visitor who is on the site. Throws 400 for anybody else. */
export async function achieveConversion(
  ctx: AgentContext,
  body: BodyOf<typeof api.conversionActions.achieved>,
): Promise<Output<typeof ConversionAchieved>> {
  const { conversionName, visitorId, value } = body
  const action = await findActionByName(ctx.db, ctx.siteId, conversionName.trim())
  if (action?.type !== 'api' || !action.isEnable)
    throw invalid('conversionName', `names '${conversionName}', which is no enabled conversion action of the type api`)
  const [visitor] = await onlineRows(ctx.app, ctx.db, ctx.siteId, [visitorId])
  if (!visitor) throw invalid('visitorId', `names ${visitorId}, who is not online`)
  const time = ctx.now()
  await noteConversion(ctx.db, ctx.siteId, action, { visitorId, sessionId: visitor.sessionId, time }, value)
  return { conversionName: action.name, visitorId, value }
}
