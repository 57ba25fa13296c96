import { lazy } from 'react'
import { type AreaRoute, AreaRoutes } from '../app/area.tsx'

const ChatVolume = lazy(async () => ({ default: (await import('./chat-volume/ChatVolumePage.tsx')).ChatVolumePage }))

/** Chat volume is what one finds first; further reports get an address each. */
const routes: readonly AreaRoute[] = [
  { path: '', component: ChatVolume },
  { path: 'chat-volume', component: ChatVolume },
]

/** Reports: everything below /console/reports. */
export function ReportsArea() {
  return <AreaRoutes routes={routes} home="/console/reports/chat-volume" />
}
