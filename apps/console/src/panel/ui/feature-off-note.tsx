import { Alert, Button, Group } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { IconToggleLeft } from '@tabler/icons-react'
import { toastDone, toastFailed } from '../../ui/toasts.tsx'
import { useSettings, useUpdateSettings } from '../settings/settings.queries.ts'
import { useMay } from './access.tsx'
import classes from './panel-ui.module.css'

type Feature = Exclude<keyof Shape<'Settings'>, 'siteId'>

interface FeatureOffNoteProps {
  readonly feature: Feature
  /** What the feature is called: “Departments”. */
  readonly name: string
}

/** Says that a page's feature is switched off, and switches it on. */
export function FeatureOffNote({ feature, name }: FeatureOffNoteProps) {
  const settings = useSettings()
  const update = useUpdateSettings()
  const mayChange = useMay('settings.update')
  if (!settings.data || settings.data[feature]) return null
  const switchOn = () =>
    update.mutate(
      { body: { [feature]: true } },
      {
        onSuccess: () => toastDone(`${name} are on`),
        onError: (error) => toastFailed(`${name} could not be switched on`, error),
      },
    )
  return (
    <Alert color="gray" variant="light" mb="md">
      <Group justify="space-between" gap="sm">
        <Group gap="sm" wrap="nowrap" align="flex-start" flex="1 1 240px">
          <IconToggleLeft size={18} className={classes.noteIcon} />
          <span>{name} are switched off: you can prepare them here, and nothing changes for visitors.</span>
        </Group>
        {mayChange && (
          <Button variant="default" onClick={switchOn} loading={update.isPending}>
            Switch on
          </Button>
        )}
      </Group>
    </Alert>
  )
}
