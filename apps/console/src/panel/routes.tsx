import { IconSettings } from '@tabler/icons-react'
import { EmptyState } from '../ui/states.tsx'

/** The Control Panel: everything below /panel. */
export function PanelArea() {
  return <EmptyState icon={IconSettings} title="Control Panel" />
}
