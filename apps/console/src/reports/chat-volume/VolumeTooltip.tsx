import classes from './chat-volume.module.css'
import { metrics } from './metrics.ts'
import type { Line } from './series.ts'

interface VolumeTooltipProps {
  readonly line: Line
  readonly format: (value: number) => string
  readonly isCompared: boolean
}

/** What the chart shows at one place, in numbers. */
export function VolumeTooltip({ line, format, isCompared }: VolumeTooltipProps) {
  return (
    <div className={classes.tooltip}>
      <div className={classes.tooltipTitle}>{line.title}</div>
      {metrics.map(({ id, label, color }) => (
        <div key={id} className={classes.tooltipRow}>
          <span className={classes.swatch} style={{ background: id === 'requests' ? 'transparent' : color }} />
          <span>{label}</span>
          <span className={classes.tooltipValue}>{format(line.volume[id])}</span>
        </div>
      ))}
      {isCompared && line.before && (
        <div className={classes.tooltipRow} data-before>
          <span className={classes.swatch} />
          <span>Requests before</span>
          <span className={classes.tooltipValue}>{format(line.before.requests)}</span>
        </div>
      )}
    </div>
  )
}
