import type { Shape } from '@parley/contract'
import { IconUsersGroup } from '@tabler/icons-react'
import { useApiQuery } from '../../app/api.ts'
import { StatusTag } from '../../ui/status-dot.tsx'
import { useMay } from '../ui/access.tsx'
import { NameCell } from '../ui/cells.tsx'
import { cssColour } from '../ui/colour-field.tsx'
import { FeatureOffNote } from '../ui/feature-off-note.tsx'
import { type ResourceKind, ResourcePage } from '../ui/resource-page.tsx'
import { SegmentForm } from './SegmentForm.tsx'
import classes from './segments.module.css'

type Segment = Shape<'CustomerSegment'>

const kind: ResourceKind<Segment> = {
  label: 'Segments',
  noun: 'segment',
  list: 'customerSegments.list',
  create: 'customerSegments.create',
  searchText: ({ name, description }) => `${name} ${description ?? ''}`,
  columns: [
    {
      key: 'name',
      header: 'Segment',
      render: ({ name, description, color }) => (
        <NameCell
          name={name}
          note={description}
          leading={<span className={classes.swatch} style={{ background: cssColour(color) }} />}
        />
      ),
    },
    {
      key: 'conditions',
      header: 'Conditions',
      width: 120,
      align: 'right',
      hideBelow: 'sm',
      render: ({ conditions }) => conditions.length,
    },
    {
      key: 'on',
      header: 'In use',
      width: 110,
      render: ({ isEnabled }) =>
        isEnabled ? <StatusTag tone="green">On</StatusTag> : <StatusTag tone="grey">Off</StatusTag>,
    },
  ],
  empty: {
    icon: IconUsersGroup,
    title: 'No segments yet',
    text: 'Say what makes a visitor worth noticing (the pricing page, a third visit), and agents see them in its colour.',
  },
}

/** Groups of visitors by what is known of them. */
export function SegmentList() {
  const mayList = useMay(kind.list)
  const segments = useApiQuery('customerSegments.list', undefined, { isEnabled: mayList })
  return (
    <ResourcePage
      kind={kind}
      sentence="Groups of visitors by what they do and where they come from. You can prepare them; visitors are not sorted into them yet."
      note={<FeatureOffNote feature="isCustomerSegmentEnabled" name="Segments" />}
      query={segments}
      drawer={(segment, close) => <SegmentForm segment={segment} segments={segments.data ?? []} onClose={close} />}
    />
  )
}
