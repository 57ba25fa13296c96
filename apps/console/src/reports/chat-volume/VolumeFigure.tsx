import type { ChatVolumeGroup } from '@parley/contract'
import { lazy, Suspense } from 'react'
import classes from './chat-volume.module.css'
import { isByThing, isDistribution, type Line } from './series.ts'
import { ThingBars } from './ThingBars.tsx'
import { VolumeLegend } from './VolumeLegend.tsx'
import { WeekHeatmap } from './WeekHeatmap.tsx'

/** The chart library is large: it is loaded when a chart is first drawn. */
const VolumeChart = lazy(async () => ({ default: (await import('./VolumeChart.tsx')).VolumeChart }))

interface VolumeFigureProps {
  /** Left out while they are on their way. */
  readonly lines: readonly Line[] | undefined
  readonly group: ChatVolumeGroup
  readonly isCompared: boolean
}

/** The one chart: the form that suits the group. */
export function VolumeFigure({ lines, group, isCompared }: VolumeFigureProps) {
  const space = <div className={classes.chartSpace} />
  if (!lines) return space
  if (group === '24*7Distribution') return <WeekHeatmap lines={lines} isCompared={isCompared} />
  if (isByThing(group)) return <ThingBars lines={lines} />
  return (
    <>
      <Suspense fallback={space}>
        <VolumeChart lines={lines} isAverage={isDistribution(group)} isCompared={isCompared} />
      </Suspense>
      {isCompared && <VolumeLegend />}
    </>
  )
}
