import { formatPeriod, type Period } from '../periods.ts'
import classes from './chat-volume.module.css'
import type { ChatVolumeView } from './chat-volume.search.ts'

interface CaptionProps {
  readonly view: ChatVolumeView
  readonly previous: Period
  /** The previous period is counted up to where this one has come to. */
  readonly isCut: boolean
  readonly hasBefore: boolean
}

/** Which days the numbers cover, and what they are compared with. */
export function Caption({ view, previous, isCut, hasBefore }: CaptionProps) {
  const parts = [formatPeriod(view.period)]
  if (view.isCompared) {
    const before = formatPeriod(previous)
    if (hasBefore) parts.push(`compared with ${before}${isCut ? ' up to the same time' : ''}`)
    else parts.push(`no chats to compare with in ${before}`)
  }
  if (view.group === '24*7Distribution') parts.push('averages per week')
  if (view.group === 'halfHourDistribution') parts.push('averages per day')
  return <p className={classes.caption}>{parts.join(' · ')}</p>
}
