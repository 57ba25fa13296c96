import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { useWorkplace } from '../../app/api.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import classes from './api-keys.module.css'
import { keyRequest } from './key-request.ts'

interface NewKeyModalProps {
  readonly made: Shape<'NewApiKey'> | undefined
  readonly onClose: () => void
}

/** Shows a new key, the only time it can be seen: closed by its button alone. */
export function NewKeyModal({ made, onClose }: NewKeyModalProps) {
  const { data: workplace } = useWorkplace()
  return (
    <Modal
      opened={made !== undefined}
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={<Text fw={600}>Copy the key “{made?.name}” now</Text>}
      size="lg"
    >
      {made && workplace && (
        <Stack gap="md">
          <p className={classes.warning}>This is the only time it is shown. A lost key is replaced by a new one.</p>
          <CopyField label="API key" value={made.key} />
          <CopyField label="Try it" value={keyRequest(workplace.apiBaseUrl, workplace.email, made.key)} isCode />
          <p className={classes.note}>
            Programs send it with HTTP Basic: your e-mail address as the user, the key as the password.
          </p>
        </Stack>
      )}
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>I have copied it</Button>
      </Group>
    </Modal>
  )
}
