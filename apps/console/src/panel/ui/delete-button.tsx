import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'

/** The way to delete the thing that a drawer shows. */
export function DeleteButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Tooltip label="Delete">
      <ActionIcon onClick={onClick} aria-label={`Delete ${label}`}>
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
