import { useMantineColorScheme } from '@mantine/core'
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconKeyboard, IconLogout, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { groupsFor } from '../../panel/navigation.ts'
import { setStatus } from '../../realtime/actions.ts'
import { visitorName } from '../../realtime/chat-lists.ts'
import { useChatLists } from '../../realtime/selectors.ts'
import { useGoTo } from '../../ui/app-link.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { agentTone, StatusDot } from '../../ui/status-dot.tsx'
import { toastFailed } from '../../ui/toasts.tsx'
import { useWorkplace } from '../api.ts'
import { signOut } from '../session.ts'
import { sections } from './sections.ts'
import { statusChoices } from './status-menu.tsx'

/** Everything one can go to or do, found by typing. */
export function CommandPalette({ onHelp }: { readonly onHelp: () => void }) {
  const goTo = useGoTo()
  const { mine, waiting } = useChatLists()
  const { data: workplace } = useWorkplace()
  const { setColorScheme } = useMantineColorScheme()

  const chats: SpotlightActionData[] = [...mine, ...waiting].map((chat) => ({
    id: `chat-${chat.id}`,
    label: visitorName(chat),
    description: chat.lastMessage ?? chat.pageTitle ?? '',
    leftSection: <Avatar name={chat.visitorName} size={24} />,
    onClick: () => goTo(`/console/chats/${chat.id}`),
  }))
  const pages: SpotlightActionData[] = sections.map((section) => ({
    id: section.href,
    label: section.label,
    leftSection: <section.icon size={18} stroke={1.6} />,
    rightSection: <Kbd keys={section.keys} />,
    onClick: () => goTo(section.href),
  }))
  const settings: SpotlightActionData[] = (workplace ? groupsFor(workplace) : [])
    .flatMap((group) => group.links)
    .map((page) => ({
      id: `panel-${page.path}`,
      label: page.label,
      keywords: ['settings', 'control panel'],
      leftSection: <page.icon size={18} stroke={1.6} />,
      onClick: () => goTo(`/panel/${page.path}`.replace(/\/$/u, '')),
    }))
  const doing: SpotlightActionData[] = [
    ...statusChoices.map(({ status }) => ({
      id: `status-${status}`,
      label: `Set status: ${status}`,
      leftSection: <StatusDot tone={agentTone(status)} size={10} />,
      onClick: () => setStatus(status),
    })),
    { id: 'light', label: 'Light theme', leftSection: <IconSun size={18} />, onClick: () => setColorScheme('light') },
    { id: 'dark', label: 'Dark theme', leftSection: <IconMoon size={18} />, onClick: () => setColorScheme('dark') },
    {
      id: 'shortcuts',
      label: 'Keyboard shortcuts',
      leftSection: <IconKeyboard size={18} />,
      rightSection: <Kbd keys="?" />,
      onClick: onHelp,
    },
    {
      id: 'signOut',
      label: 'Sign out',
      leftSection: <IconLogout size={18} />,
      onClick: () => signOut().catch((error: unknown) => toastFailed('You are still signed in', error)),
    },
  ]
  const groups: SpotlightActionGroupData[] = [
    ...(chats.length ? [{ group: 'Chats', actions: chats }] : []),
    { group: 'Go to', actions: pages },
    { group: 'Settings', actions: settings },
    { group: 'Do', actions: doing },
  ]
  return (
    <Spotlight
      actions={groups}
      shortcut="mod + K"
      nothingFound="Nothing matches. Try another word."
      highlightQuery
      scrollable
      maxHeight={420}
      searchProps={{ leftSection: <IconSearch size={18} />, placeholder: 'Search chats, pages and actions' }}
      radius="lg"
      overlayProps={{ blur: 0 }}
    />
  )
}
