import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconCalendarWeek, IconCopy, IconDots, IconPlus, IconTrash } from '@tabler/icons-react'
import { type Day, weekDays, workDays } from './shift-hours.ts'
import classes from './shifts.module.css'

const everyDay = weekDays.map(({ day }) => day)

interface DayActionsProps {
  /** The day as a word. */
  readonly label: string
  readonly isOff: boolean
  readonly onAdd: () => void
  readonly onCopy: (days: readonly Day[]) => void
  readonly onClear: () => void
}

/** What can be done with a whole day: more hours, other days made like it, a day off. */
export function DayActions({ label, isOff, onAdd, onCopy, onClear }: DayActionsProps) {
  return (
    <div className={classes.dayActions}>
      <Tooltip label="Add hours">
        <ActionIcon aria-label={`Add hours on ${label}`} onClick={onAdd}>
          <IconPlus size={16} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon aria-label={`More for ${label}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => onCopy(workDays)}>
            Copy to Monday–Friday
          </Menu.Item>
          <Menu.Item leftSection={<IconCalendarWeek size={16} />} onClick={() => onCopy(everyDay)}>
            Copy to every day
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={onClear} disabled={isOff}>
            Make it a day off
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
