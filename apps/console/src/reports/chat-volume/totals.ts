import type { Shape } from '@parley/contract'

export type ChatVolumeRow = Shape<'ChatVolumeRow'>

/** The four numbers of the report. */
export interface Volume {
  readonly requests: number
  readonly answered: number
  readonly missed: number
  readonly refused: number
}

export type Metric = keyof Volume

/** A row's numbers, whether they are counts or averages. */
export function volumeOf(row: ChatVolumeRow): Volume {
  return {
    requests: row.chatRequests ?? row.avgChatRequests ?? 0,
    answered: row.chats ?? row.avgChats ?? 0,
    missed: row.missedChats ?? row.avgMissedChats ?? 0,
    refused: row.refusedChats ?? row.avgRefusedChats ?? 0,
  }
}

export const noVolume: Volume = { requests: 0, answered: 0, missed: 0, refused: 0 }

/** The sum of volumes. */
export function sumVolumes(volumes: readonly Volume[]): Volume {
  return volumes.reduce(
    (sum, each) => ({
      requests: sum.requests + each.requests,
      answered: sum.answered + each.answered,
      missed: sum.missed + each.missed,
      refused: sum.refused + each.refused,
    }),
    noVolume,
  )
}

/** What the rows of calendar groups add up to. */
export function totalOf(rows: readonly ChatVolumeRow[]): Volume {
  return sumVolumes(rows.map(volumeOf))
}

/** The relative change, or undefined when there was nothing to compare with. */
export function change(now: number, before: number): number | undefined {
  return before === 0 ? undefined : now / before - 1
}

/** Whether a change is good news: more answered chats are, more missed or refused ones are not; requests are neither. */
export function verdict(metric: Metric, now: number, before: number): 'good' | 'bad' | 'neutral' {
  if (metric === 'requests' || now === before) return 'neutral'
  return now > before === (metric === 'answered') ? 'good' : 'bad'
}
