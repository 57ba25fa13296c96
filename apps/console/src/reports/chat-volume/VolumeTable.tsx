import { Button } from '@mantine/core'
import { IconChartBarOff } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { formatAverage, formatChange, formatCount } from '../format.ts'
import classes from './chat-volume.module.css'
import { metrics } from './metrics.ts'
import type { Line } from './series.ts'
import { change } from './totals.ts'

/** How many rows are shown before one asks for all. */
const ROWS_AT_FIRST = 60

interface VolumeTableProps {
  readonly lines: readonly Line[] | undefined
  /** What the first column holds: “Day”. */
  readonly groupLabel: string
  readonly isAverage: boolean
  readonly isCompared: boolean
  /** Times stay in their order; things can be sorted. */
  readonly isSortable: boolean
}

function columnsOf({ groupLabel, isAverage, isCompared, isSortable }: Omit<VolumeTableProps, 'lines'>) {
  const format = isAverage ? formatAverage : formatCount
  const columns: Column<Line>[] = [
    {
      key: 'title',
      header: groupLabel,
      render: ({ title }) => <span className={classes.rowTitle}>{title}</span>,
      ...(isSortable ? { sortBy: ({ title }: Line) => title } : {}),
    },
    ...metrics.map(
      ({ id, label }): Column<Line> => ({
        key: id,
        header: label,
        align: 'right',
        width: 110,
        sortBy: ({ volume }) => volume[id],
        render: ({ volume }) => (
          <span data-zero={volume[id] === 0 || undefined} className={classes.cell}>
            {format(volume[id])}
          </span>
        ),
        ...(id === 'refused' ? { hideBelow: 'sm' as const } : {}),
      }),
    ),
  ]
  if (!isCompared) return columns
  columns.push(
    {
      key: 'before',
      header: 'Requests before',
      align: 'right',
      width: 140,
      hideBelow: 'md',
      render: ({ before }) => (before ? format(before.requests) : '–'),
    },
    {
      key: 'change',
      header: 'Change',
      align: 'right',
      width: 90,
      hideBelow: 'sm',
      render: ({ volume, before }) => {
        const delta = before && change(volume.requests, before.requests)
        return delta === undefined ? '–' : formatChange(delta)
      },
    },
  )
  return columns
}

/** The numbers behind the chart. */
export function VolumeTable({ lines, ...shape }: VolumeTableProps) {
  const [isAll, setAll] = useState(false)
  const { groupLabel, isAverage, isCompared, isSortable } = shape
  const columns = useMemo(
    () => columnsOf({ groupLabel, isAverage, isCompared, isSortable }),
    [groupLabel, isAverage, isCompared, isSortable],
  )
  const shown = isAll ? lines : lines?.slice(0, ROWS_AT_FIRST)
  const hidden = (lines?.length ?? 0) - (shown?.length ?? 0)
  return (
    <div className={classes.table}>
      <DataTable
        label="Chat volume"
        columns={columns}
        rows={shown}
        isLoading={lines === undefined}
        rowKey={({ key }) => key}
        {...(isSortable ? { initialSort: { key: 'requests', isDescending: true } } : {})}
        empty={<EmptyState icon={IconChartBarOff} title="Nothing to list" isCompact />}
        {...(hidden > 0
          ? {
              footer: (
                <>
                  <span>
                    {shown?.length} of {lines?.length} rows
                  </span>
                  <Button variant="subtle" color="gray" onClick={() => setAll(true)}>
                    Show all
                  </Button>
                </>
              ),
            }
          : {})}
      />
    </div>
  )
}
