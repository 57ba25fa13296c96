import { Tooltip } from '@mantine/core'
import type { CSSProperties } from 'react'
import { formatAverage } from '../format.ts'
import classes from './chat-volume.module.css'
import type { Line } from './series.ts'
import { VolumeTooltip } from './VolumeTooltip.tsx'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** How dark a cell is, for the style sheet. */
function heatOf(share: number): CSSProperties {
  return { '--heat': `${Math.round(share * 100)}%` } as CSSProperties
}

/** The hours of a week as a grid: the darker, the more requests. */
export function WeekHeatmap({ lines, isCompared }: { readonly lines: readonly Line[]; readonly isCompared: boolean }) {
  const days = [...Map.groupBy(lines, ({ label }) => label.slice(0, 3))]
  const most = Math.max(0.01, ...lines.map(({ volume }) => volume.requests))
  return (
    <div className={classes.heatScroll} data-testid="volume-chart">
      <table className={classes.heat} aria-label="Average requests by hour of the week">
        <thead>
          <tr>
            <td />
            {HOURS.map((hour) => (
              <th key={hour} scope="col">
                {hour % 3 === 0 ? String(hour).padStart(2, '0') : ''}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(([day, hours]) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {hours.map((line) => (
                <td key={line.key}>
                  <Tooltip
                    classNames={{ tooltip: classes.heatTooltip ?? '' }}
                    openDelay={0}
                    label={<VolumeTooltip line={line} format={formatAverage} isCompared={isCompared} />}
                  >
                    <span className={classes.heatCell} style={heatOf(line.volume.requests / most)}>
                      <span className="p-hidden">{formatAverage(line.volume.requests)}</span>
                    </span>
                  </Tooltip>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
