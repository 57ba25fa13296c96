import { Tabs } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useAreaParam, useUrlQuery } from '../../app/area.tsx'
import { AppLink } from '../../ui/app-link.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded } from '../../ui/states.tsx'
import panel from '../ui/panel-ui.module.css'
import { ButtonTab } from './ButtonTab.tsx'
import classes from './campaigns.module.css'
import { useCampaign } from './campaigns.queries.ts'
import { DetailsTab } from './DetailsTab.tsx'
import { PreChatTab } from './PreChatTab.tsx'
import { RoutingTab } from './RoutingTab.tsx'
import { WindowTab } from './WindowTab.tsx'

/** The parts of a campaign, by their name in the address. */
const tabs = [
  { value: 'details', label: 'Details' },
  { value: 'button', label: 'Button' },
  { value: 'window', label: 'Window' },
  { value: 'pre-chat', label: 'Pre-chat' },
  { value: 'routing', label: 'Routing' },
] as const

type TabName = (typeof tabs)[number]['value']

/** One campaign: how it gets onto pages, and what visitors see there. */
export function CampaignPage() {
  const campaign = useCampaign(useAreaParam('campaignId'))
  const [query, changeQuery] = useUrlQuery()
  const current: TabName = tabs.find(({ value }) => value === query.tab)?.value ?? 'details'
  const back = (
    <AppLink href="/panel/campaigns" className={panel.back}>
      <IconArrowLeft size={16} /> Campaigns
    </AppLink>
  )
  return (
    <Page
      title={campaign.data?.name ?? 'Campaign'}
      sentence="How this campaign gets onto your pages, and what visitors see there."
      back={back}
      width="narrow"
    >
      <Loaded query={campaign}>
        {(data) => {
          const contents: Record<TabName, ReactNode> = {
            details: <DetailsTab key={data.id} campaign={data} />,
            button: <ButtonTab campaignId={data.id} />,
            window: <WindowTab campaignId={data.id} />,
            'pre-chat': <PreChatTab campaignId={data.id} />,
            routing: <RoutingTab campaignId={data.id} />,
          }
          return (
            // The address leads: unsaved changes ask before another tab replaces them.
            <Tabs
              value={current}
              onChange={(tab) => changeQuery({ tab: !tab || tab === 'details' ? undefined : tab })}
              keepMounted={false}
            >
              <Tabs.List mb="lg" className={classes.tabs ?? ''}>
                {tabs.map(({ value, label }) => (
                  <Tabs.Tab key={value} value={value}>
                    {label}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              <Tabs.Panel value={current}>{contents[current]}</Tabs.Panel>
            </Tabs>
          )
        }}
      </Loaded>
    </Page>
  )
}
