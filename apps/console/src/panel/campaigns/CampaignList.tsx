import { Button } from '@mantine/core'
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react'
import { useGoTo } from '../../ui/app-link.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Gate, ReadOnlyNote, useMay } from '../ui/access.tsx'
import { NameCell } from '../ui/cells.tsx'
import { useOpenItem } from '../ui/use-open-item.ts'
import { CampaignForm } from './CampaignForm.tsx'
import { type Campaign, useCampaigns } from './campaigns.queries.ts'

const columns: readonly Column<Campaign>[] = [
  {
    key: 'name',
    header: 'Campaign',
    sortBy: ({ name }) => name,
    render: ({ name, description }) => <NameCell name={name} note={description} />,
  },
  {
    key: 'language',
    header: 'Language',
    width: 180,
    hideBelow: 'sm',
    sortBy: ({ language }) => language,
    render: ({ language }) => language,
  },
]

/** The site's campaigns. */
export function CampaignList() {
  const mayChange = useMay('campaigns.create')
  const campaigns = useCampaigns()
  const item = useOpenItem()
  const goTo = useGoTo()
  const add = mayChange && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => item.open('new')}>
      Add campaign
    </Button>
  )
  return (
    <Page
      title="Campaigns"
      sentence="One chat button with its window and forms; each of your websites can have its own."
      action={add}
    >
      <Gate needs="campaigns.list">
        <ReadOnlyNote needs="campaigns.create" />
        <DataTable
          label="Campaigns"
          columns={columns}
          rows={campaigns.data}
          isLoading={campaigns.isPending}
          error={campaigns.error}
          onRetry={() => void campaigns.refetch()}
          rowKey={({ id }) => id}
          searchText={({ name, description }) => `${name} ${description ?? ''}`}
          isInAddress
          onRowClick={({ id }) => goTo(`/panel/campaigns/${id}`)}
          empty={
            <EmptyState icon={IconSpeakerphone} title="No campaigns yet" action={add}>
              A campaign gives you the lines of code that put the chat button on your pages.
            </EmptyState>
          }
        />
        {item.id === 'new' && <CampaignForm onClose={item.close} />}
      </Gate>
    </Page>
  )
}
