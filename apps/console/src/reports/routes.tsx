import { IconChartBar } from '@tabler/icons-react'
import { EmptyState } from '../ui/states.tsx'

/** Reports: everything below /console/reports. */
export function ReportsArea() {
  return <EmptyState icon={IconChartBar} title="Reports" />
}
