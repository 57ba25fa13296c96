import { Section } from '../../ui/page.tsx'
import { toastDone, toastFailed } from '../../ui/toasts.tsx'
import { useSettings, useUpdateSettings } from '../settings/settings.queries.ts'
import { useMay } from '../ui/access.tsx'
import { SwitchRow } from '../ui/switch-row.tsx'

/** Switches the distribution as a whole; it is one of the site's features and takes effect at once. */
export function DistributionSwitch() {
  const settings = useSettings()
  const update = useUpdateSettings()
  const mayChange = useMay('settings.update')
  if (!settings.data) return null
  const change = (isOn: boolean) =>
    update.mutate(
      { body: { isAutoDistributionEnabled: isOn } },
      {
        onSuccess: () => toastDone(isOn ? 'Chats are given to agents' : 'Agents pick waiting chats themselves'),
        onError: (error) => toastFailed('Auto distribution could not be switched', error),
      },
    )
  return (
    <Section>
      <SwitchRow
        label="Give chats to agents automatically"
        note="When this is off, every agent who may take a chat is offered it, and the first to accept has it."
        isOn={settings.data.isAutoDistributionEnabled}
        onChange={change}
        isDisabled={!mayChange || update.isPending}
      />
    </Section>
  )
}
