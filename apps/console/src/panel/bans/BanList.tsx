import type { Shape } from '@parley/contract'
import { IconBan } from '@tabler/icons-react'
import { useApiQuery } from '../../app/api.ts'
import { agentName } from '../agents/agent-name.ts'
import { useMay } from '../ui/access.tsx'
import { NameCell, TextCell } from '../ui/cells.tsx'
import { type ResourceKind, ResourcePage } from '../ui/resource-page.tsx'
import { BanForm } from './BanForm.tsx'
import { banName, banTypes } from './ban-name.ts'

type Ban = Shape<'Ban'>

const kind: ResourceKind<Ban> = {
  label: 'Bans',
  noun: 'ban',
  list: 'bans.list',
  create: 'bans.create',
  searchText: (ban) => `${banName(ban)} ${ban.comment ?? ''} ${banTypes[ban.type]}`,
  columns: [
    {
      key: 'who',
      header: 'Who',
      sortBy: banName,
      render: (ban) => <NameCell name={banName(ban)} note={ban.comment} />,
    },
    {
      key: 'type',
      header: 'Kind',
      width: 160,
      hideBelow: 'sm',
      sortBy: ({ type }) => banTypes[type],
      render: ({ type }) => banTypes[type],
    },
    {
      key: 'by',
      header: 'By',
      width: 180,
      hideBelow: 'md',
      render: ({ lastUpdatedAgent }) => <TextCell>{lastUpdatedAgent && agentName(lastUpdatedAgent)}</TextCell>,
    },
  ],
  empty: {
    icon: IconBan,
    title: 'Nobody is banned',
    text: 'A banned visitor or address no longer gets the chat button.',
  },
}

/** Who may not chat. */
export function BanList() {
  const mayList = useMay(kind.list)
  const bans = useApiQuery('bans.list', { query: { include: ['visitor', 'agent'] } }, { isEnabled: mayList })
  return (
    <ResourcePage
      kind={kind}
      sentence="Visitors and addresses that are kept out."
      query={bans}
      drawer={(ban, close) => <BanForm ban={ban} onClose={close} />}
    />
  )
}
