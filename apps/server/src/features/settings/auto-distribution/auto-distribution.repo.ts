import { and, asc, eq, getTableColumns } from 'drizzle-orm'
import type { SiteId } from '../../../context.ts'
import type { Db, Tx } from '../../../db/db.ts'
import {
  agentDistributions,
  agents,
  autoDistributions,
  departmentDistributions,
  departments,
} from '../../../db/schema/index.ts'

export type AutoDistributionRow = typeof autoDistributions.$inferSelect
type DepartmentRules = typeof departmentDistributions.$inferSelect
type AgentRules = typeof agentDistributions.$inferSelect

/** What a site's chats are distributed by. */
export async function findAutoDistribution(db: Db, siteId: SiteId): Promise<AutoDistributionRow | undefined> {
  const [row] = await db.select().from(autoDistributions).where(eq(autoDistributions.siteId, siteId))
  return row
}

/** Every department of the site with its own rules, null where it has none. */
export async function listDepartmentRules(db: Db, siteId: SiteId) {
  const rules = departmentDistributions
  return db
    .select({ ...getTableColumns(rules), departmentId: departments.id })
    .from(departments)
    .leftJoin(rules, and(eq(rules.siteId, departments.siteId), eq(rules.departmentId, departments.id)))
    .where(eq(departments.siteId, siteId))
    .orderBy(asc(departments.id))
}

/** Every agent of the site with its own limit, null where it has none. */
export async function listAgentRules(db: Db, siteId: SiteId) {
  const rules = agentDistributions
  return db
    .select({ ...getTableColumns(rules), agentId: agents.id })
    .from(agents)
    .leftJoin(rules, and(eq(rules.siteId, agents.siteId), eq(rules.agentId, agents.id)))
    .where(eq(agents.siteId, siteId))
    .orderBy(asc(agents.id))
}

/** Changes the site's own rules. */
export async function updateAutoDistribution(
  tx: Tx,
  siteId: SiteId,
  values: Partial<AutoDistributionRow>,
): Promise<void> {
  if (!Object.keys(values).length) return
  await tx.update(autoDistributions).set(values).where(eq(autoDistributions.siteId, siteId))
}

/** Changes some of a department's rules; what the values leave out keeps its value. */
export async function upsertDepartmentRules(
  tx: Tx,
  siteId: SiteId,
  departmentId: string,
  values: Partial<DepartmentRules>,
): Promise<void> {
  const rules = departmentDistributions
  const insert = tx.insert(rules).values({ ...values, siteId, departmentId })
  const target = [rules.siteId, rules.departmentId]
  await (Object.keys(values).length
    ? insert.onConflictDoUpdate({ target, set: values })
    : insert.onConflictDoNothing({ target }))
}

/** Changes some of an agent's rules; what the values leave out keeps its value. */
export async function upsertAgentRules(
  tx: Tx,
  siteId: SiteId,
  agentId: number,
  values: Partial<AgentRules>,
): Promise<void> {
  const insert = tx.insert(agentDistributions).values({ ...values, siteId, agentId })
  const target = [agentDistributions.siteId, agentDistributions.agentId]
  await (Object.keys(values).length
    ? insert.onConflictDoUpdate({ target, set: values })
    : insert.onConflictDoNothing({ target }))
}
