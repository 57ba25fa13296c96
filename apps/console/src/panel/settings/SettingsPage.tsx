import type { Shape } from '@parley/contract'
import { Page, Section } from '../../ui/page.tsx'
import { Loaded, SkeletonLines } from '../../ui/states.tsx'
import { toastDone, toastFailed } from '../../ui/toasts.tsx'
import { Gate, ReadOnlyNote, useMay } from '../ui/access.tsx'
import { SwitchRow } from '../ui/switch-row.tsx'
import { type Feature, type FeatureGroup, featureGroups } from './features.ts'
import { useSettings, useUpdateSettings } from './settings.queries.ts'

/** The site's features as switches that take effect at once and can be undone. */
export function SettingsPage() {
  const settings = useSettings()
  return (
    <Page
      title="Features"
      sentence="What is switched on for your site. A change takes effect at once and can be undone."
      width="narrow"
    >
      <Gate needs="settings.get">
        <ReadOnlyNote needs="settings.update" />
        <Loaded query={settings} skeleton={<SkeletonLines count={10} />}>
          {(loaded) => featureGroups.map((group) => <Switches key={group.title} group={group} settings={loaded} />)}
        </Loaded>
      </Gate>
    </Page>
  )
}

interface SwitchesProps {
  readonly group: FeatureGroup
  readonly settings: Shape<'Settings'>
}

function Switches({ group, settings }: SwitchesProps) {
  const update = useUpdateSettings()
  const mayChange = useMay('settings.update')
  const isBusy = (key: Feature['key']) => update.isPending && update.variables?.body?.[key] !== undefined
  const change = ({ key, label }: Feature, isOn: boolean) =>
    update.mutate(
      { body: { [key]: isOn } },
      {
        onSuccess: () => toastDone(`${label}: ${isOn ? 'on' : 'off'}`, () => change({ key, label, note: '' }, !isOn)),
        onError: (error) => toastFailed(`${label} could not be switched`, error),
      },
    )
  return (
    <Section title={group.title} {...(group.sentence ? { sentence: group.sentence } : {})}>
      {group.features.map((feature) => (
        <SwitchRow
          key={feature.key}
          label={feature.label}
          note={feature.note}
          isOn={settings[feature.key]}
          onChange={(isOn) => change(feature, isOn)}
          isDisabled={!mayChange || isBusy(feature.key)}
        />
      ))}
    </Section>
  )
}
