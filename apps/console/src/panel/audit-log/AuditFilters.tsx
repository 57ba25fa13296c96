import { Select, TextInput } from '@mantine/core'
import { useUrlQuery } from '../../app/area.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useSearchInAddress } from '../../ui/table-state.ts'
import { agentName } from '../agents/agent-name.ts'
import { useAllAgents } from '../agents/agents.queries.ts'
import { useMay } from '../ui/access.tsx'
import classes from './audit-log.module.css'
import { categoryWords } from './audit-words.ts'

const categories = Object.entries(categoryWords).map(([value, label]) => ({ value, label }))

/** What the log is narrowed by: words, part of the product, who, and days. All of it stands in the address. */
export function AuditFilters() {
  const [query, change] = useUrlQuery()
  const search = useSearchInAddress()
  const mayList = useMay('agents.list')
  const agents = useAllAgents(mayList)
  const narrow = (name: string, value: string | null) => change({ [name]: value ?? undefined, page: undefined })
  return (
    <div className={classes.filters}>
      <SearchField label="Search the audit log" {...search} />
      <Select
        className={classes.choice ?? ''}
        aria-label="Category"
        placeholder="All categories"
        clearable
        data={categories}
        value={query.category ?? null}
        onChange={(next) => narrow('category', next)}
      />
      {mayList && (
        <Select
          className={classes.choice ?? ''}
          aria-label="Agent"
          placeholder="Everybody"
          clearable
          searchable
          nothingFoundMessage="Nobody matches"
          data={(agents.data?.agents ?? []).map((agent) => ({ value: String(agent.id), label: agentName(agent) }))}
          value={query.agent ?? null}
          onChange={(next) => narrow('agent', next)}
        />
      )}
      <div className={classes.days}>
        <TextInput
          type="date"
          aria-label="From day"
          max={query.to}
          value={query.from ?? ''}
          onChange={(event) => narrow('from', event.currentTarget.value || null)}
        />
        <span aria-hidden="true">–</span>
        <TextInput
          type="date"
          aria-label="To day"
          min={query.from}
          value={query.to ?? ''}
          onChange={(event) => narrow('to', event.currentTarget.value || null)}
        />
      </div>
    </div>
  )
}
