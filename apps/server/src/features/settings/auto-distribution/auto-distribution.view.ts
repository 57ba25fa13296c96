import { AgentAutoDistribution, AutoDistribution, DepartmentAutoDistribution, type Output } from '@parley/contract'
import { rowToView } from '../../../kit/rows.ts'

type Row = Readonly<Record<string, unknown>>

/** The rules as the API shows them; an agent without rules of their own accepts chats automatically. */
export function viewAutoDistribution(
  site: Row,
  departments: readonly Row[],
  agents: readonly Row[],
): Output<typeof AutoDistribution> {
  const rows = {
    departmentAutoDistributions: departments.map((row) => rowToView(DepartmentAutoDistribution, row)),
    agentAutoDistributions: agents.map((row) =>
      rowToView(AgentAutoDistribution, row, { ifAutoAcceptChat: row.ifAutoAcceptChat ?? true }),
    ),
  }
  return rowToView(AutoDistribution, site, rows) as Output<typeof AutoDistribution>
}
