import { Button, Switch } from '@mantine/core'
import { IconChartBar, IconDownload } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useApiQuery, useCan } from '../../app/api.ts'
import { useUrlQuery } from '../../app/area.tsx'
import { Gate } from '../../panel/ui/access.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, PageError } from '../../ui/states.tsx'
import { saveFile } from '../csv.ts'
import { localNow } from '../periods.ts'
import { RangePicker } from '../RangePicker.tsx'
import { useQuarterHour } from '../use-quarter-hour.ts'
import { browserOffset, offsetMinutes } from '../zones.ts'
import { Caption } from './Caption.tsx'
import classes from './chat-volume.module.css'
import { useChatVolume } from './chat-volume.queries.ts'
import { areRowsComparable, groupChoices, readView } from './chat-volume.search.ts'
import { chatVolumeCsv, fileName } from './export.ts'
import { Headline } from './Headline.tsx'
import { ReportFilters } from './ReportFilters.tsx'
import { isByThing, isDistribution, toLines } from './series.ts'
import { totalOf } from './totals.ts'
import { VolumeFigure } from './VolumeFigure.tsx'
import { VolumeTable } from './VolumeTable.tsx'

/** How many chats were asked for, and what became of them. */
export function ChatVolumePage() {
  const mayView = useCan('View Reports')
  const [query, changeQuery] = useUrlQuery()
  const zone = query.zone || browserOffset()
  const now = localNow(useQuarterHour(), offsetMinutes(zone))
  const view = readView(query, { today: now.slice(0, 10), zone })
  const campaigns = useApiQuery('campaigns.list')
  const departments = useApiQuery('departments.list', undefined, { isEnabled: useCan('Manage Departments') })
  const volume = useChatVolume(view, { now, mayView })
  const names = useMemo(
    () => new Map([...(campaigns.data ?? []), ...(departments.data ?? [])].map(({ id, name }) => [id, name])),
    [campaigns.data, departments.data],
  )
  const beforeTotal = view.isCompared ? volume.previousTotal.data && totalOf(volume.previousTotal.data) : undefined
  // A line of zeros says nothing: without any chat before, there is nothing to compare with.
  const hasBefore = beforeTotal !== undefined && beforeTotal.requests > 0
  const areRowsCompared = hasBefore && areRowsComparable(view)
  const before = areRowsCompared ? volume.previousRows.data : undefined
  const lines = volume.rows.data && toLines(view.group, volume.rows.data, before, names)
  const total = volume.total.data && totalOf(volume.total.data)
  const isAverage = isDistribution(view.group)
  const error = volume.rows.error ?? volume.total.error

  const actions = mayView && (
    <>
      <Switch
        className={classes.compare}
        label="Compare"
        checked={view.isCompared}
        onChange={(event) => changeQuery({ compare: event.currentTarget.checked ? undefined : '0' })}
      />
      <RangePicker
        preset={view.preset}
        period={view.period}
        today={now.slice(0, 10)}
        onPreset={(range) => changeQuery({ range, from: undefined, to: undefined })}
        onCustom={(from, to) => changeQuery({ range: undefined, from, to })}
      />
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        disabled={!lines?.length}
        onClick={() => lines && saveFile(fileName(view), chatVolumeCsv(view, lines))}
      >
        CSV
      </Button>
    </>
  )
  return (
    <Page
      title="Chat volume"
      sentence="How many chats were asked for, and how many were answered, missed and refused."
      action={actions}
    >
      <Gate needs="reports.chatVolume">
        <ReportFilters
          view={view}
          campaigns={campaigns.data ?? []}
          departments={departments.data ?? []}
          onChange={changeQuery}
        />
        {error && !lines ? (
          <PageError error={error} onRetry={() => void Promise.all([volume.rows.refetch(), volume.total.refetch()])} />
        ) : (
          <>
            <section className={classes.card} aria-busy={volume.rows.isFetching}>
              <Headline total={total} before={hasBefore ? beforeTotal : undefined} />
              <Caption view={view} previous={volume.previous} isCut={volume.isCut} hasBefore={hasBefore} />
              {total?.requests === 0 ? (
                <EmptyState icon={IconChartBar} title="No chats in this period" isCompact>
                  {view.filter
                    ? 'Choose other days, or all chats instead of some.'
                    : 'Chats are counted here from the moment a visitor asks for one. Other days may have some.'}
                </EmptyState>
              ) : (
                <VolumeFigure lines={lines} group={view.group} isCompared={areRowsCompared} />
              )}
            </section>
            {total?.requests !== 0 && (
              <VolumeTable
                key={view.group}
                lines={lines}
                groupLabel={groupChoices.find(({ id }) => id === view.group)?.label ?? ''}
                isAverage={isAverage}
                isCompared={areRowsCompared}
                isSortable={isByThing(view.group)}
              />
            )}
          </>
        )}
      </Gate>
    </Page>
  )
}
