import type { Shape } from '@parley/contract'
import { IconTargetArrow } from '@tabler/icons-react'
import { useApiQuery } from '../../app/api.ts'
import { StatusTag } from '../../ui/status-dot.tsx'
import { useMay } from '../ui/access.tsx'
import { NameCell } from '../ui/cells.tsx'
import { type ResourceKind, ResourcePage } from '../ui/resource-page.tsx'
import { ConversionForm } from './ConversionForm.tsx'
import { ruleOf } from './conversion-words.ts'

type Conversion = Shape<'ConversionAction'>

const kind: ResourceKind<Conversion> = {
  label: 'Conversions',
  noun: 'conversion',
  list: 'conversionActions.list',
  create: 'conversionActions.create',
  searchText: (each) => `${each.name} ${ruleOf(each)}`,
  sort: { key: 'name', isDescending: false },
  columns: [
    {
      key: 'name',
      header: 'Conversion',
      sortBy: ({ name }) => name,
      render: (each) => <NameCell name={each.name} note={ruleOf(each)} />,
    },
    {
      key: 'on',
      header: 'In use',
      width: 110,
      render: ({ isEnable }) =>
        isEnable ? <StatusTag tone="green">On</StatusTag> : <StatusTag tone="grey">Off</StatusTag>,
    },
  ],
  empty: {
    icon: IconTargetArrow,
    title: 'No conversions yet',
    text: 'Name what you hope for, such as an order: Parley counts how often it happens after a chat.',
  },
}

/** What counts as success after a chat. */
export function ConversionList() {
  const mayList = useMay(kind.list)
  const conversions = useApiQuery('conversionActions.list', undefined, { isEnabled: mayList })
  return (
    <ResourcePage
      kind={kind}
      sentence="What you hope for after a chat, such as an order. Each is noted with the chat it belongs to; there is no report on them yet."
      query={conversions}
      drawer={(conversion, close) => <ConversionForm conversion={conversion} onClose={close} />}
    />
  )
}
