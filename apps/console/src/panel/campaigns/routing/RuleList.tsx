import { Button } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { IconPlus, IconRoute } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiQuery } from '../../../app/api.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { StatusTag } from '../../../ui/status-dot.tsx'
import { useMay } from '../../ui/access.tsx'
import { NameCell } from '../../ui/cells.tsx'
import { useReorder } from '../../ui/reorder/use-reorder.tsx'
import { useChanges } from '../../ui/use-changes.ts'
import { RuleDrawer } from './RuleDrawer.tsx'
import { priorityWords, targetOf } from './targets.ts'
import { useTargets } from './use-targets.ts'

type Rule = Shape<'CustomRule'>

/** The rules of a campaign's routing, in the order in which they are asked; each is saved on its own. */
export function RuleList({ campaignId }: { readonly campaignId: string }) {
  const params = { campaignId }
  const rules = useApiQuery('customRules.list', { params })
  const changes = useChanges('customRules', ['routing.'])
  const mayChange = useMay('customRules.update')
  // Not in the address: what is unsaved on the page would ask before a rule could be opened.
  const [openId, setOpenId] = useState<string>()
  const { wordsOf } = useTargets()
  const order = useReorder<Rule>({
    rows: rules.data,
    nameOf: ({ name }) => name ?? 'Rule',
    save: (changed) =>
      Promise.all(
        changed.map(({ row, order }) => changes.update({ params: { ...params, id: row.id }, body: { order } })),
      ),
  })
  const opened = rules.data?.find(({ id }) => id === openId)
  const handles: Column<Rule> = { key: 'order', header: '', width: 44, render: order.handleOf }
  const columns: readonly Column<Rule>[] = [
    ...(mayChange && (rules.data?.length ?? 0) > 1 ? [handles] : []),
    {
      key: 'name',
      header: 'Rule',
      render: ({ name, routeTo, routeToId, priority }) => (
        <NameCell
          name={name || 'Rule without a name'}
          note={`${wordsOf(targetOf(routeTo, routeToId))} · ${priorityWords[priority ?? 'normal']} priority`}
        />
      ),
    },
    {
      key: 'on',
      header: 'In use',
      width: 90,
      render: ({ isEnable }) =>
        isEnable ? <StatusTag tone="green">On</StatusTag> : <StatusTag tone="grey">Off</StatusTag>,
    },
  ]
  const add = mayChange && (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setOpenId('new')}>
      Add rule
    </Button>
  )
  return (
    <>
      <DataTable
        label="Rules"
        columns={columns}
        rows={order.rows}
        isLoading={rules.isPending}
        error={rules.error}
        onRetry={() => void rules.refetch()}
        rowKey={({ id }) => id}
        onRowClick={({ id }) => setOpenId(id)}
        selectedKey={opened?.id}
        footer={add}
        empty={
          <EmptyState icon={IconRoute} title="No rules yet" action={add} isCompact>
            A rule says where chats go from a page, a country or a segment.
          </EmptyState>
        }
      />
      {order.announcement}
      {(openId === 'new' || opened) && (
        <RuleDrawer key={openId} campaignId={campaignId} rule={opened} onClose={() => setOpenId(undefined)} />
      )}
    </>
  )
}
