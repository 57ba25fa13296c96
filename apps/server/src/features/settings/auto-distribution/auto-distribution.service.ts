import { AutoDistribution, type api, type BodyOf, type Output } from '@parley/contract'
import type { AgentContext, Work } from '../../../context.ts'
import { autoDistributions } from '../../../db/schema/index.ts'
import { checkIds } from '../../../kit/references.ts'
import { bodyToRow } from '../../../kit/rows.ts'
import { invalid, notFound } from '../../../lib/app-error.ts'
import { distributeChats } from '../../chatting/chats/engine/distribute-chats.ts'
import { changeSite } from '../../chatting/chats/engine/site-work.ts'
import {
  findAutoDistribution,
  listAgentRules,
  listDepartmentRules,
  updateAutoDistribution,
  upsertAgentRules,
  upsertDepartmentRules,
} from './auto-distribution.repo.ts'
import { viewAutoDistribution } from './auto-distribution.view.ts'

type Body = BodyOf<typeof api.autoDistribution.update>
type DepartmentRow = NonNullable<Body['departmentAutoDistributions']>[number]
type AgentRow = NonNullable<Body['agentAutoDistributions']>[number]

/** The site's rules, and those of every department and agent. */
export async function getAutoDistribution(ctx: AgentContext): Promise<Output<typeof AutoDistribution>> {
  const [site, departments, agents] = await Promise.all([
    findAutoDistribution(ctx.db, ctx.siteId),
    listDepartmentRules(ctx.db, ctx.siteId),
    listAgentRules(ctx.db, ctx.siteId),
  ])
  if (!site) throw notFound('site')
  return viewAutoDistribution(site, departments, agents)
}

/** Changes what the body names: of the site, and of the departments and agents it has rows for. */
export async function changeAutoDistribution(ctx: AgentContext, body: Body): Promise<Output<typeof AutoDistribution>> {
  await ctx.inTransaction(async (work) => {
    const values = bodyToRow(AutoDistribution, autoDistributions, body, { fillDefaults: false })
    await updateAutoDistribution(work.tx, ctx.siteId, values)
    await changeDepartments(ctx, work, body.departmentAutoDistributions ?? [])
    await changeAgents(ctx, work, body.agentAutoDistributions ?? [])
    work.emit({ type: 'settings.changed', siteId: ctx.siteId })
    await work.audit(
      { category: 'liveChat', actionType: 'chatsAuto-AllocationManagement' },
      'Changed the auto distribution',
      Object.keys(body).join(', '),
    )
  })
  // new rules may have a place for chats that wait
  await changeSite(ctx, distributeChats)
  return getAutoDistribution(ctx)
}

async function changeDepartments(ctx: AgentContext, { tx }: Work, rows: readonly DepartmentRow[]): Promise<void> {
  const list = 'departmentAutoDistributions'
  await checkIds(tx, ctx.siteId, 'Department', `${list}.departmentId`, idsOf(rows, 'departmentId'))
  await checkIds(tx, ctx.siteId, 'Department', `${list}.backupDepartmentId`, idsOf(rows, 'backupDepartmentId'))
  for (const { departmentId, ...values } of rows) {
    if (values.backupDepartmentId === departmentId)
      throw invalid(`${list}.backupDepartmentId`, 'must name another department')
    await upsertDepartmentRules(tx, ctx.siteId, departmentId, values)
  }
}

async function changeAgents(ctx: AgentContext, { tx }: Work, rows: readonly AgentRow[]): Promise<void> {
  await checkIds(tx, ctx.siteId, 'Agent', 'agentAutoDistributions.agentId', idsOf(rows, 'agentId'))
  for (const { agentId, ifAutoAcceptChat, ...values } of rows) {
    const accepts = ifAutoAcceptChat === undefined ? {} : { ifAutoAcceptChat: ifAutoAcceptChat ?? true }
    await upsertAgentRules(tx, ctx.siteId, agentId, { ...values, ...accepts })
  }
}

function idsOf<K extends string, T extends string | number>(
  rows: readonly { readonly [P in K]?: T | null }[],
  key: K,
): T[] {
  return rows.flatMap((row) => row[key] ?? [])
}
