import { Skeleton } from '@mantine/core'
import { useDelayed } from '../../ui/states.tsx'
import { formatChange, formatCount, formatShare } from '../format.ts'
import classes from './chat-volume.module.css'
import { metrics } from './metrics.ts'
import { change, type Metric, type Volume, verdict } from './totals.ts'

interface HeadlineProps {
  readonly total: Volume | undefined
  /** The previous period, as far along as this one; left out when nothing is compared. */
  readonly before: Volume | undefined
}

/** The four numbers one reads first. */
export function Headline({ total, before }: HeadlineProps) {
  const isSkeletonShown = useDelayed(total === undefined)
  return (
    <dl className={classes.headline}>
      {metrics.map(({ id, label, color }) => (
        <div key={id} className={classes.number}>
          <dt className={classes.numberLabel}>
            {id !== 'requests' && <span className={classes.swatch} style={{ background: color }} />}
            {label}
          </dt>
          <dd className={classes.numberValue}>
            {total ? formatCount(total[id]) : isSkeletonShown && <Skeleton height={24} width={72} my={6} />}
          </dd>
          <dd className={classes.numberNote}>{total && <Note id={id} total={total} before={before} />}</dd>
        </div>
      ))}
    </dl>
  )
}

interface NoteProps {
  readonly id: Metric
  readonly total: Volume
  readonly before: Volume | undefined
}

function Note({ id, total, before }: NoteProps) {
  const share = id !== 'requests' && total.requests > 0 ? `${formatShare(total[id] / total.requests)} of requests` : ''
  const delta = before && change(total[id], before[id])
  return (
    <>
      {before && (before[id] > 0 || total[id] > 0) && (
        <span
          className={classes.delta}
          data-verdict={verdict(id, total[id], before[id])}
          title={`${formatCount(before[id])} in the previous period`}
        >
          {delta === undefined ? '–' : formatChange(delta)}
        </span>
      )}
      <span>{share}</span>
    </>
  )
}
