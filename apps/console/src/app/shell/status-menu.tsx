import { Menu, SegmentedControl, Switch, Tooltip, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconCopy, IconLogout } from '@tabler/icons-react'
import { useState } from 'react'
import { usePref } from '../../lib/prefs.ts'
import { setStatus } from '../../realtime/actions.ts'
import { useStore } from '../../realtime/store.ts'
import { type LinkState, linkStore } from '../../realtime/stores.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { agentTone, StatusDot } from '../../ui/status-dot.tsx'
import { toastDone, toastFailed } from '../../ui/toasts.tsx'
import { useWorkplace } from '../api.ts'
import { signOut } from '../session.ts'
import { shiftNote } from './shift-note.ts'
import classes from './status-menu.module.css'

/** The statuses an agent chooses from, each with what it means. */
export const statusChoices = [
  { status: 'Online', means: 'New chats come to you' },
  { status: 'Away', means: 'No new chats; yours go on' },
  { status: 'Offline', means: 'Not available to visitors' },
] as const

/** Online first, then every way of being away, then Offline. A shift may have given one that is not offered. */
function choicesWith(awayStatuses: readonly string[], now: string): { status: string; means: string }[] {
  const [online, away, offline] = statusChoices
  const known = [online, away, offline].some(({ status }) => status === now)
  const others = known || awayStatuses.includes(now) ? awayStatuses : [...awayStatuses, now]
  return [online, away, ...others.map((status) => ({ status, means: away.means })), offline]
}

const statusOf = (link: LinkState) => (link.connection === 'open' ? link.status : 'Offline')

/** When work begins, for an agent whose hours are over. */
function shiftNoteOf({ shift, connection }: LinkState): string {
  return connection === 'open' ? shiftNote(shift, Date.now()) : ''
}

/** The agent's picture with the status, and the menu behind it: status, theme, sound, sign out. */
export function StatusMenu() {
  const status = useStore(linkStore, statusOf)
  const { data: workplace } = useWorkplace()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [sound, setSound] = usePref('sound', 'on')
  const [isOpen, setOpen] = useState(false)
  const shiftNote = useStore(linkStore, shiftNoteOf)
  const name = workplace?.displayName ?? ''
  const copyHost = () => {
    if (!workplace) return
    void navigator.clipboard.writeText(workplace.apiBaseUrl).then(() => toastDone('API address copied'))
  }
  return (
    <Menu position="right-end" offset={12} width={264} trapFocus opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Tooltip
          label={[`${name || 'You'} · ${status}`, shiftNote].filter(Boolean).join('. ')}
          position="right"
          disabled={isOpen}
        >
          <UnstyledButton className={classes.me} aria-label={`You are ${status}. Status and account`}>
            <Avatar name={name} shape="square" tone={agentTone(status)} />
          </UnstyledButton>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.head}>
          <div className={classes.name}>{name}</div>
          <div className={classes.mail}>{workplace?.email}</div>
          {shiftNote && <div className={classes.shift}>{shiftNote}</div>}
        </div>
        <Menu.Divider />
        {choicesWith(workplace?.awayStatuses ?? [], status).map((choice) => (
          <Menu.Item
            key={choice.status}
            onClick={() => setStatus(choice.status)}
            leftSection={<StatusDot tone={agentTone(choice.status)} size={9} />}
            rightSection={status === choice.status ? <IconCheck size={16} aria-label="now" /> : undefined}
          >
            <div>{choice.status}</div>
            <div className={classes.means}>{choice.means}</div>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <div className={classes.block}>
          <SegmentedControl
            aria-label="Theme"
            fullWidth
            size="xs"
            value={colorScheme}
            onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
            data={[
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
              { value: 'auto', label: 'System' },
            ]}
          />
          <Switch
            mt={12}
            size="sm"
            label="Sound for new chats and messages"
            checked={sound === 'on'}
            onChange={(event) => setSound(event.currentTarget.checked ? 'on' : 'off')}
          />
        </div>
        <Menu.Divider />
        <Menu.Item onClick={copyHost} rightSection={<IconCopy size={16} />}>
          <div className={classes.means}>API address</div>
          <div className={classes.host}>{workplace?.apiBaseUrl}</div>
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={() => signOut().catch((error: unknown) => toastFailed('You are still signed in', error))}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
