import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useUrlQuery } from '../../app/area.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded, SkeletonLines } from '../../ui/states.tsx'
import { Gate, useMay } from '../ui/access.tsx'
import panel from '../ui/panel-ui.module.css'
import { AgentSsoForm } from './AgentSsoForm.tsx'
import { useAgentSso, useVisitorSso } from './sso.queries.ts'
import { VisitorSsoForm } from './VisitorSsoForm.tsx'

/** Signing in with accounts that somebody else keeps: agents with the company's, visitors with the website's. */
export function SingleSignOnPage() {
  const [query, changeQuery] = useUrlQuery()
  const mayAgents = useMay('agentSSO.get')
  const mayVisitors = useMay('visitorSSO.get')
  // Who may see only one of them is taken to it.
  const isVisitors = query.of === 'visitors' || (query.of === undefined && mayVisitors && !mayAgents)
  return (
    <Page
      title="Single sign-on"
      sentence={
        isVisitors
          ? 'Visitors are known in the chat by the account they have on your website.'
          : 'Agents sign in with the account they have in your company, without a password of their own here.'
      }
      width="narrow"
    >
      <div className={panel.toolbar}>
        <SegmentedControl
          aria-label="For whom"
          classNames={{ root: panel.segments ?? '' }}
          value={isVisitors ? 'visitors' : 'agents'}
          onChange={(of) => changeQuery({ of })}
          data={[
            { value: 'agents', label: 'Agents' },
            { value: 'visitors', label: 'Visitors' },
          ]}
        />
      </div>
      {isVisitors ? <ForVisitors /> : <ForAgents />}
    </Page>
  )
}

function ForAgents() {
  const settings = useAgentSso(useMay('agentSSO.get'))
  const [saves, setSaves] = useState(0)
  return (
    <Gate needs="agentSSO.get">
      <Loaded query={settings} skeleton={<SkeletonLines count={10} />}>
        {(loaded) => <AgentSsoForm key={saves} settings={loaded} onSaved={() => setSaves(saves + 1)} />}
      </Loaded>
    </Gate>
  )
}

function ForVisitors() {
  const settings = useVisitorSso(useMay('visitorSSO.get'))
  return (
    <Gate needs="visitorSSO.get">
      <Loaded query={settings} skeleton={<SkeletonLines count={10} />}>
        {(loaded) => <VisitorSsoForm settings={loaded} />}
      </Loaded>
    </Gate>
  )
}
