import '@mantine/charts/styles.layer.css'
import { CompositeChart } from '@mantine/charts'
import { useMediaQuery } from '@mantine/hooks'
import { formatAverage, formatCount } from '../format.ts'
import classes from './chat-volume.module.css'
import { outcomes } from './metrics.ts'
import type { Line } from './series.ts'
import { VolumeTooltip } from './VolumeTooltip.tsx'

interface VolumeChartProps {
  readonly lines: readonly Line[]
  readonly isAverage: boolean
  readonly isCompared: boolean
}

/** Requests as bars of what became of them; the previous period's requests as a dashed line. */
export function VolumeChart({ lines, isAverage, isCompared }: VolumeChartProps) {
  const isNarrow = useMediaQuery('(max-width: 48em)')
  const format = isAverage ? formatAverage : formatCount
  const data = lines.map((line) => ({
    key: line.key,
    label: line.label,
    answered: line.volume.answered,
    missed: line.volume.missed,
    refused: line.volume.refused,
    before: line.before?.requests ?? null,
    line,
  }))
  const bars = outcomes.map(({ id, label, color }) => ({ name: id as string, label, color, type: 'bar' as const }))
  const before = { name: 'before', label: 'Requests before', color: 'var(--p-text-3)', type: 'line' as const }
  return (
    <div className={classes.chart} data-testid="volume-chart">
      <CompositeChart
        h={isNarrow ? 220 : 300}
        data={data}
        dataKey="key"
        series={isCompared ? [...bars, { ...before, strokeDasharray: '4 4' }] : bars}
        barProps={{ stackId: 'requests', isAnimationActive: false }}
        lineProps={{ isAnimationActive: false, strokeWidth: 1.5 }}
        maxBarWidth={28}
        // without room above the highest line, its number would slip below it
        composedChartProps={{ margin: { top: 8 } }}
        withDots={false}
        curveType="linear"
        gridAxis="x"
        tickLine="none"
        valueFormatter={format}
        xAxisProps={{
          interval: 'equidistantPreserveStart',
          minTickGap: 24,
          tickFormatter: (key: string) => lines.find((line) => line.key === key)?.label ?? key,
        }}
        yAxisProps={{ width: 44, allowDecimals: isAverage }}
        tooltipAnimationDuration={0}
        tooltipProps={{
          content: ({ payload }) => {
            const hovered = (payload?.[0]?.payload as { line?: Line } | undefined)?.line
            return hovered ? <VolumeTooltip line={hovered} format={format} isCompared={isCompared} /> : null
          },
        }}
      />
    </div>
  )
}
