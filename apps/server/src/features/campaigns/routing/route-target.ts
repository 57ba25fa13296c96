import type { SiteId } from '../../../context.ts'
import type { Db } from '../../../db/db.ts'
import { checkIds } from '../../../kit/references.ts'
import { invalid } from '../../../lib/app-error.ts'

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const AGENT_ID = /^\d{1,9}$/

/**
 * Where a rule sends chats: an agent's number or a department's GUID, always as text. Throws 400 when it names nobody.
 * Nothing is checked for a kind that needs no target.
 */
export async function checkTarget(
  db: Db,
  siteId: SiteId,
  kind: 'agent' | 'department' | null,
  parameter: string,
  id: string | null | undefined,
): Promise<void> {
  if (!kind || !id) return
  const isRight = kind === 'agent' ? AGENT_ID.test(id) : GUID.test(id)
  if (!isRight)
    throw invalid(parameter, kind === 'agent' ? 'must be the number of an agent' : 'must be the GUID of a department')
  if (kind === 'agent') await checkIds(db, siteId, 'Agent', parameter, Number(id))
  else await checkIds(db, siteId, 'Department', parameter, id.toLowerCase())
}

/** The target's id by kind, so that includes can load it. */
export function targetIds(routeTo: unknown, id: unknown): { agentId: number | null; departmentId: string | null } {
  const text = typeof id === 'string' ? id : ''
  return {
    agentId: /agent$/i.test(String(routeTo)) && AGENT_ID.test(text) ? Number(text) : null,
    departmentId: /department$/i.test(String(routeTo)) && GUID.test(text) ? text.toLowerCase() : null,
  }
}
