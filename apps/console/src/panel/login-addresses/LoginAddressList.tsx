import type { Shape } from '@parley/contract'
import { IconMapPinCheck } from '@tabler/icons-react'
import { useApiQuery } from '../../app/api.ts'
import { useMay } from '../ui/access.tsx'
import { NameCell, TimeCell } from '../ui/cells.tsx'
import { type ResourceKind, ResourcePage } from '../ui/resource-page.tsx'
import { LoginAddressForm } from './LoginAddressForm.tsx'
import { rangeName } from './range-name.ts'

type Range = Shape<'WhitelistedLoginIPRange'>

const kind: ResourceKind<Range> = {
  label: 'Login addresses',
  noun: 'address range',
  list: 'whitelistedLoginIPRanges.list',
  create: 'whitelistedLoginIPRanges.create',
  searchText: rangeName,
  columns: [
    { key: 'range', header: 'Addresses', render: (range) => <NameCell name={rangeName(range)} /> },
    {
      key: 'created',
      header: 'Added',
      width: 150,
      hideBelow: 'sm',
      sortBy: ({ createdTime }) => createdTime,
      render: ({ createdTime }) => <TimeCell iso={createdTime} />,
    },
  ],
  empty: {
    icon: IconMapPinCheck,
    title: 'Agents can sign in from anywhere',
    text: 'Add the addresses of your office or VPN: from then on nobody signs in from elsewhere. Begin with your own.',
  },
}

/** The addresses that agents may sign in from. */
export function LoginAddressList() {
  const mayList = useMay(kind.list)
  const ranges = useApiQuery('whitelistedLoginIPRanges.list', undefined, { isEnabled: mayList })
  return (
    <ResourcePage
      kind={kind}
      sentence="Where agents may sign in from. While the list is empty, they may from anywhere."
      query={ranges}
      drawer={(range, close) => <LoginAddressForm range={range} isLast={ranges.data?.length === 1} onClose={close} />}
    />
  )
}
