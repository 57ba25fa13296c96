import { Select, Switch } from '@mantine/core'
import { useApiQuery } from '../../app/api.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { useMay } from '../ui/access.tsx'
import type { CampaignSso } from './sso.queries.ts'

interface CampaignRowsProps {
  readonly rows: readonly CampaignSso[]
  readonly onChange: (rows: CampaignSso[]) => void
}

const options = [
  { value: 'noSignIn', label: 'Not asked' },
  { value: 'signInOptional', label: 'May sign in' },
  { value: 'signInRequired', label: 'Have to sign in' },
]

/** What a campaign does of which nothing is stored, as the contract says. */
function untouched(campaignId: string): CampaignSso {
  return { campaignId, signInOption: 'noSignIn', isPrechatFromSkipped: true, ifOpenSignInPageEmbeddedWindow: true }
}

/** Which campaigns ask visitors to sign in. */
export function CampaignRows({ rows, onChange }: CampaignRowsProps) {
  const campaigns = useApiQuery('campaigns.list', undefined, { isEnabled: useMay('campaigns.list') })
  const all = campaigns.data ?? []
  if (!all.length) return null
  const shown = all.map(({ id }) => rows.find(({ campaignId }) => campaignId === id) ?? untouched(id))
  const nameOf = ({ campaignId }: CampaignSso) => all.find(({ id }) => id === campaignId)?.name ?? ''
  const change = (row: CampaignSso) =>
    onChange([...rows.filter(({ campaignId }) => campaignId !== row.campaignId), row])
  const columns: readonly Column<CampaignSso>[] = [
    { key: 'name', header: 'Campaign', sortBy: nameOf, render: nameOf },
    {
      key: 'option',
      header: 'Visitors',
      width: 180,
      render: (row) => (
        <Select
          aria-label={`Visitors of ${nameOf(row)}`}
          miw={150}
          data={options}
          allowDeselect={false}
          value={row.signInOption}
          onChange={(value) => change({ ...row, signInOption: value as CampaignSso['signInOption'] })}
        />
      ),
    },
    {
      key: 'prechat',
      header: 'Skip pre-chat form',
      width: 150,
      render: (row) => (
        <Switch
          aria-label={`Skip the pre-chat form of ${nameOf(row)}`}
          checked={row.isPrechatFromSkipped}
          onChange={(event) => change({ ...row, isPrechatFromSkipped: event.currentTarget.checked })}
        />
      ),
    },
    {
      key: 'embedded',
      header: 'Within the window',
      width: 150,
      render: (row) => (
        <Switch
          aria-label={`Sign in within the window of ${nameOf(row)}`}
          checked={row.ifOpenSignInPageEmbeddedWindow}
          onChange={(event) => change({ ...row, ifOpenSignInPageEmbeddedWindow: event.currentTarget.checked })}
        />
      ),
    },
  ]
  return (
    <Section title="Campaigns" sentence="Who is asked, and where the sign-in page opens.">
      <DataTable
        label="Campaigns"
        columns={columns}
        rows={shown}
        rowKey={({ campaignId }) => campaignId}
        initialSort={{ key: 'name', isDescending: false }}
        empty={null}
      />
    </Section>
  )
}
