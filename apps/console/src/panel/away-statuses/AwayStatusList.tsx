import type { Shape } from '@parley/contract'
import { IconCoffee } from '@tabler/icons-react'
import { useApiQuery } from '../../app/api.ts'
import { StatusTag } from '../../ui/status-dot.tsx'
import { useMay } from '../ui/access.tsx'
import { NameCell } from '../ui/cells.tsx'
import { FeatureOffNote } from '../ui/feature-off-note.tsx'
import { type ResourceKind, ResourcePage } from '../ui/resource-page.tsx'
import { AwayStatusForm } from './AwayStatusForm.tsx'

type AwayStatus = Shape<'AgentAwayStatus'>

const kind: ResourceKind<AwayStatus> = {
  label: 'Away statuses',
  noun: 'away status',
  list: 'agentAwayStatuses.list',
  create: 'agentAwayStatuses.create',
  searchText: ({ name }) => name,
  columns: [
    {
      key: 'name',
      header: 'Status',
      render: ({ name, isSystem }) => (
        <NameCell name={name} tag={isSystem && <StatusTag tone="grey">Built in</StatusTag>} />
      ),
    },
  ],
  empty: {
    icon: IconCoffee,
    title: 'No away statuses yet',
    text: 'Name why somebody is away (lunch, a meeting, training), and colleagues see it beside the agent.',
  },
}

/** The reasons an agent can give for being away. */
export function AwayStatusList() {
  const mayList = useMay(kind.list)
  const statuses = useApiQuery('agentAwayStatuses.list', undefined, { isEnabled: mayList })
  return (
    <ResourcePage
      kind={kind}
      sentence="Why an agent takes no chats right now: agents choose one beside their name."
      note={<FeatureOffNote feature="isCustomAwayStatusEnabled" name="Custom away statuses" />}
      query={statuses}
      drawer={(status, close) => <AwayStatusForm status={status} onClose={close} />}
    />
  )
}
