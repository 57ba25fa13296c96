import { formatCount } from '../format.ts'
import classes from './chat-volume.module.css'
import { outcomes } from './metrics.ts'
import type { Line } from './series.ts'

/** Campaigns or departments as bars beside their names, the largest first. */
export function ThingBars({ lines }: { readonly lines: readonly Line[] }) {
  const ordered = [...lines].sort((a, b) => b.volume.requests - a.volume.requests)
  const largest = Math.max(1, ...ordered.map(({ volume }) => volume.requests))
  return (
    <ul className={classes.things} data-testid="volume-chart">
      {ordered.map((line) => (
        <li key={line.key} className={classes.thing}>
          <span className={`${classes.thingName} p-truncate`} title={line.title}>
            {line.title}
          </span>
          <span className={classes.thingTrack}>
            {outcomes.map(({ id, label, color }) => (
              <span
                key={id}
                className={classes.thingBar}
                title={`${label}: ${formatCount(line.volume[id])}`}
                style={{ width: `${(line.volume[id] / largest) * 100}%`, background: color }}
              />
            ))}
          </span>
          <span className={classes.thingValue}>{formatCount(line.volume.requests)}</span>
        </li>
      ))}
    </ul>
  )
}
