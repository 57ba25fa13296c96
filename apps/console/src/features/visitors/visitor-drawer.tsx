import { Button, Drawer, Text } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { dateTime } from '../../lib/time.ts'
import { hostName } from '../../lib/urls.ts'
import { useStore } from '../../realtime/store.ts'
import { visitorsStore } from '../../realtime/stores.ts'
import { useGoTo } from '../../ui/app-link.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { SegmentTags } from '../../ui/segment-tags.tsx'
import { StatusTag } from '../../ui/status-dot.tsx'
import { Facts } from '../chats/details/facts.tsx'
import { PageLink } from '../chats/details/page-link.tsx'
import { PreviousChats } from '../chats/details/previous-chats.tsx'
import classes from './visitor-drawer.module.css'
import { monitorName, visitorPlace, visitorStatus } from './visitor-status.ts'

interface VisitorDrawerProps {
  /** The visitor to show; null keeps the drawer closed. */
  readonly visitorId: string | null
  readonly onClose: () => void
}

/** Everything the monitor knows of one visitor, with the way to their chat. */
export function VisitorDrawer({ visitorId, onClose }: VisitorDrawerProps) {
  const visitor = useStore(visitorsStore, (state) => (visitorId ? state.byId.get(visitorId) : undefined))
  const goTo = useGoTo()
  return (
    <Drawer
      opened={visitorId !== null}
      onClose={onClose}
      position="right"
      size={400}
      title={<Text fw={600}>Visitor</Text>}
    >
      {!visitor && <Text c="dimmed">This visitor has left the site.</Text>}
      {visitor && (
        <>
          <div className={classes.person}>
            <Avatar name={visitor.name} size={44} />
            <div className={classes.words}>
              <div className={classes.name} dir="auto">
                {monitorName(visitor)}
              </div>
              {visitor.email && <CopyText value={visitor.email} />}
              <StatusTag tone={visitorStatus(visitor.status).tone}>{visitorStatus(visitor.status).label}</StatusTag>
              <SegmentTags segments={visitor.segments} />
            </div>
          </div>
          {visitor.chatId && (
            <Button
              fullWidth
              mb="lg"
              leftSection={<IconMessage size={16} />}
              onClick={() => goTo(`/console/chats/${visitor.chatId}`)}
            >
              Open the chat
            </Button>
          )}
          <Facts
            title="This visit"
            facts={[
              ['Page', visitor.pageUrl && <PageLink url={visitor.pageUrl} title={visitor.pageTitle} />],
              ['Came from', hostName(visitor.referrer)],
              ['Since', dateTime(visitor.visitTime)],
              ['Page views', visitor.pageViews],
              ['Visits', visitor.visits],
              ['Chats', visitor.chats],
            ]}
          />
          <Facts
            title="Device and place"
            facts={[
              ['Browser', visitor.browser],
              ['System', visitor.operatingSystem],
              ['Language', visitor.language],
              ['Time zone', visitor.timeZone],
              ['Place', visitorPlace(visitor)],
              ['IP address', visitor.ip],
            ]}
          />
          <PreviousChats visitorId={visitor.id} chatId={visitor.chatId ?? ''} />
        </>
      )}
    </Drawer>
  )
}
