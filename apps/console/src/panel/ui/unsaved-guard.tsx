import { Button, Group, Modal, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'

/** Asks before unsaved changes are left behind by a link, the back button or closing the tab. */
export function UnsavedGuard({ isDirty }: { readonly isDirty: boolean }) {
  const guard = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  })
  if (guard.status !== 'blocked') return null
  return <LeaveQuestion onStay={guard.reset} onLeave={guard.proceed} />
}

interface LeaveQuestionProps {
  readonly onStay: () => void
  readonly onLeave: () => void
}

/** Asks whether unsaved changes may be lost. */
export function LeaveQuestion({ onStay, onLeave }: LeaveQuestionProps) {
  return (
    <Modal opened onClose={onStay} title={<Text fw={600}>Leave without saving?</Text>} zIndex={400}>
      <Text c="dimmed">Your changes will be lost.</Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onStay} data-autofocus>
          Keep editing
        </Button>
        <Button color="red.8" onClick={onLeave}>
          Leave
        </Button>
      </Group>
    </Modal>
  )
}
