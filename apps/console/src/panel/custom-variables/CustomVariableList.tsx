import type { Shape } from '@parley/contract'
import { IconVariable } from '@tabler/icons-react'
import { useMay } from '../ui/access.tsx'
import { NameCell, TextCell } from '../ui/cells.tsx'
import { FeatureOffNote } from '../ui/feature-off-note.tsx'
import { type ResourceKind, ResourcePage } from '../ui/resource-page.tsx'
import { CustomVariableForm, typeLabels } from './CustomVariableForm.tsx'
import { useCustomVariables } from './custom-variables.queries.ts'

type CustomVariable = Shape<'CustomVariable'>

const kind: ResourceKind<CustomVariable> = {
  label: 'Custom variables',
  noun: 'custom variable',
  list: 'customVariables.list',
  create: 'customVariables.create',
  searchText: ({ name, hyperlink }) => `${name} ${hyperlink ?? ''}`,
  sort: { key: 'name', isDescending: false },
  columns: [
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
  ],
  empty: {
    icon: IconVariable,
    title: 'No custom variables yet',
    text: 'Name what your pages know (a customer number, the value of the basket), and agents see it while they chat.',
  },
}

/** The site's custom variables. */
export function CustomVariableList() {
  const variables = useCustomVariables(useMay(kind.list))
  return (
    <ResourcePage
      kind={kind}
      sentence="What your pages tell Parley about a visitor, such as an order number: agents see it beside the chat."
      note={<FeatureOffNote feature="isCustomVariablesEnabled" name="Custom variables" />}
      query={variables}
      drawer={(variable, close) => <CustomVariableForm variable={variable} onClose={close} />}
    />
  )
}
