import { Tabs } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { Fields } from './form-drawer.tsx'

/** A part of a form. */
export interface FormTab {
  readonly label: string
  /** The fields it shows: a refusal of one of them brings this tab to the front. None: it is only looked at. */
  readonly fields: readonly string[]
  readonly content: ReactNode
}

interface FormTabsProps {
  readonly tabs: readonly FormTab[]
  readonly errors: object
}

/** A long form in parts, which never hides a field that was refused. */
export function FormTabs({ tabs, errors }: FormTabsProps) {
  const [current, setCurrent] = useState<string | null>(tabs[0]?.label ?? null)
  const refused = Object.keys(errors)[0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new refusal changes the tab
  useEffect(() => {
    const holder = tabs.find(({ fields }) => refused !== undefined && fields.includes(refused))
    if (holder) setCurrent(holder.label)
  }, [refused])
  return (
    <Tabs value={current} onChange={setCurrent}>
      <Tabs.List mb="md">
        {tabs.map(({ label }) => (
          <Tabs.Tab key={label} value={label}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ label, fields, content }) => (
        <Tabs.Panel key={label} value={label} keepMounted={fields.length > 0}>
          {fields.length ? <Fields>{content}</Fields> : content}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
