import { Button, Group, Modal, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import classes from './save-bar.module.css'

interface SaveBarProps {
  readonly isDirty: boolean
  readonly isSaving: boolean
  readonly onSave: () => void
  readonly onDiscard: () => void
  readonly saveLabel?: string
}

/** Appears at the bottom while there are unsaved changes, and keeps them from being lost by leaving. */
export function SaveBar({ isDirty, isSaving, onSave, onDiscard, saveLabel = 'Save changes' }: SaveBarProps) {
  const guard = useBlocker({
    shouldBlockFn: () => isDirty && !isSaving,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  })
  return (
    <>
      {isDirty && (
        <section className={classes.bar} aria-label="Unsaved changes">
          <span className={classes.words}>Unsaved changes</span>
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={onDiscard} disabled={isSaving}>
              Discard
            </Button>
            <Button onClick={onSave} loading={isSaving}>
              {saveLabel}
            </Button>
          </Group>
        </section>
      )}
      <Modal
        opened={guard.status === 'blocked'}
        onClose={() => guard.reset?.()}
        title={<Text fw={600}>Leave without saving?</Text>}
      >
        <Text c="dimmed">Your changes on this page will be lost.</Text>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={() => guard.reset?.()} data-autofocus>
            Keep editing
          </Button>
          <Button color="red.8" onClick={() => guard.proceed?.()}>
            Leave
          </Button>
        </Group>
      </Modal>
    </>
  )
}
