import { Button } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { IconPlus, IconVariable } from '@tabler/icons-react'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Gate, useMay } from '../ui/access.tsx'
import { NameCell, TextCell } from '../ui/cells.tsx'
import { FeatureOffNote } from '../ui/feature-off-note.tsx'
import { useOpenItem } from '../ui/use-open-item.ts'
import { CustomVariableForm, typeLabels } from './CustomVariableForm.tsx'
import { useCustomVariables } from './custom-variables.queries.ts'

type CustomVariable = Shape<'CustomVariable'>

const columns: readonly Column<CustomVariable>[] = [
  {
    key: 'name',
    header: 'Name',
    sortBy: ({ name }) => name,
    render: ({ name }) => <NameCell name={name} />,
  },
  {
    key: 'type',
    header: 'Type',
    width: 160,
    sortBy: ({ type }) => typeLabels[type],
    render: ({ type }) => typeLabels[type],
  },
  {
    key: 'hyperlink',
    header: 'Link',
    hideBelow: 'sm',
    render: ({ hyperlink }) => <TextCell>{hyperlink}</TextCell>,
  },
]

/** The site's custom variables. */
export function CustomVariableList() {
  const mayChange = useMay('customVariables.create')
  const mayList = useMay('customVariables.list')
  const variables = useCustomVariables(mayList)
  const item = useOpenItem()
  const opened = variables.data?.find(({ id }) => id === item.id)
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => item.open('new')}>
      Add custom variable
    </Button>
  )
  return (
    <Page
      title="Custom variables"
      sentence="What your pages tell Parley about a visitor, such as an order number: agents see it beside the chat."
      action={mayChange && add}
    >
      <Gate needs="customVariables.list">
        <FeatureOffNote feature="isCustomVariablesEnabled" name="Custom variables" />
        <DataTable
          label="Custom variables"
          columns={columns}
          rows={variables.data}
          isLoading={variables.isPending}
          error={variables.error}
          onRetry={() => void variables.refetch()}
          rowKey={({ id }) => id}
          searchText={({ name, hyperlink }) => `${name} ${hyperlink ?? ''}`}
          initialSort={{ key: 'name', isDescending: false }}
          onRowClick={({ id }) => item.open(id)}
          selectedKey={item.id}
          empty={
            <EmptyState icon={IconVariable} title="No custom variables yet" action={mayChange && add}>
              Name what your pages know (a customer number, the value of the basket), and agents see it while they chat.
            </EmptyState>
          }
        />
        {(item.id === 'new' || opened) && <CustomVariableForm key={item.id} variable={opened} onClose={item.close} />}
      </Gate>
    </Page>
  )
}
