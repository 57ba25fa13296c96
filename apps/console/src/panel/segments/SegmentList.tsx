import type { Shape } from '@parley/contract'
import { IconUsersGroup } from '@tabler/icons-react'
import { useApiQuery } from '../../app/api.ts'
import type { Column } from '../../ui/data-table.tsx'
import { StatusTag } from '../../ui/status-dot.tsx'
import { useMay } from '../ui/access.tsx'
import { NameCell } from '../ui/cells.tsx'
import { cssColour } from '../ui/colour-field.tsx'
import { FeatureOffNote } from '../ui/feature-off-note.tsx'
import { useReorder } from '../ui/reorder/use-reorder.tsx'
import { type ResourceKind, ResourcePage } from '../ui/resource-page.tsx'
import { useChanges } from '../ui/use-changes.ts'
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
    text: 'Say what makes a visitor worth noticing, such as the pricing page or a third visit.',
  },
}

/** Groups of visitors by what is known of them, in the order in which they are looked at. */
export function SegmentList() {
  const mayList = useMay(kind.list)
  const mayChange = useMay('customerSegments.update')
  const segments = useApiQuery('customerSegments.list', undefined, { isEnabled: mayList })
  const changes = useChanges('customerSegments')
  const order = useReorder({
    rows: segments.data,
    nameOf: ({ name }) => name,
    save: (changed) =>
      Promise.all(changed.map(({ row: { id }, order }) => changes.update({ params: { id }, body: { order } }))),
  })
  const isOrdered = mayChange && (segments.data?.length ?? 0) > 1
  const handles: Column<Segment> = { key: 'order', header: '', width: 44, render: order.handleOf }
  return (
    <>
      <ResourcePage
        kind={isOrdered ? { ...kind, columns: [handles, ...kind.columns] } : kind}
        sentence="Groups of visitors by what they do and where they come from; a visitor can be in several."
        note={<FeatureOffNote feature="isCustomerSegmentEnabled" name="Segments" />}
        query={{ ...segments, data: order.rows }}
        drawer={(segment, close) => <SegmentForm segment={segment} segments={segments.data ?? []} onClose={close} />}
      />
      {order.announcement}
    </>
  )
}
