import { MultiSelect, TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { useApiQuery } from '../../app/api.ts'
import { AgentSelect } from '../agents/AgentSelect.tsx'
import { useDepartments } from '../departments/departments.queries.ts'
import { useMay } from '../ui/access.tsx'
import panel from '../ui/panel-ui.module.css'
import { ResourceDrawer } from '../ui/resource-drawer.tsx'
import { SwitchRow } from '../ui/switch-row.tsx'
import { TimeZoneSelect } from '../ui/time-zone-select.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import { HolidayRows } from './HolidayRows.tsx'
import { usualWeek, weekHours } from './shift-hours.ts'
import classes from './shifts.module.css'
import { WeekGrid } from './WeekGrid.tsx'

type Shift = Shape<'Shift'>

interface ShiftFormProps {
  /** Left out for a new one. */
  readonly shift: Shift | undefined
  readonly onClose: () => void
}

/** Makes or changes a shift. */
export function ShiftForm({ shift, onClose }: ShiftFormProps) {
  const changes = useChanges('shifts')
  const mayChange = useMay('shifts.update')
  const departments = useDepartments(useMay('departments.list'))
  const statuses = useApiQuery('agentAwayStatuses.list', undefined, { isEnabled: useMay('agentAwayStatuses.list') })
  const site = useApiQuery('site.get', undefined, { isEnabled: useMay('site.get') && !shift })
  const state = useSaveForm({
    entity: 'Shift',
    isNew: !shift,
    initialValues: {
      name: shift?.name ?? '',
      timeZone: shift?.timeZone ?? null,
      ifAutoDetectDayLight: shift?.ifAutoDetectDayLight ?? true,
      workingHours: shift?.workingHours ?? usualWeek(),
      holidays: shift?.holidays ?? [],
      agentIds: shift?.agentIds ?? [],
      departmentIds: shift?.departmentIds ?? [],
    },
    done: shift ? 'Shift saved' : 'Shift added',
    save: (values, changed) =>
      shift
        ? changes.update({ params: { id: shift.id }, body: changed })
        : changes.create({ body: { ...values, timeZone: values.timeZone ?? site.data?.timeZone ?? null } }),
    onSaved: onClose,
  })
  const { form } = state
  return (
    <ResourceDrawer
      noun="shift"
      name={shift?.name}
      state={state}
      mayChange={mayChange}
      needs="shifts.update"
      remove={shift && (() => changes.remove({ params: { id: shift.id } }))}
      consequence="Its agents and departments are without this shift."
      onClose={onClose}
      isWide
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <TimeZoneSelect {...form.getInputProps('timeZone')} value={form.values.timeZone ?? site.data?.timeZone ?? null} />
      <SwitchRow
        label="Follow daylight saving"
        note="Switched off, the clock of the shift stays on standard time in summer."
        isOn={form.values.ifAutoDetectDayLight}
        onChange={(isOn) => form.setFieldValue('ifAutoDetectDayLight', isOn)}
      />
      <div className={classes.head}>
        <h3 className={panel.group}>Working hours</h3>
        <span className={classes.sum}>{weekHours(form.values.workingHours)} a week</span>
      </div>
      <p className={classes.none}>
        Agents become Online when hours begin, and what stands beside the hours when they end. Hours that end before
        they begin go on after midnight.
      </p>
      <WeekGrid
        value={form.values.workingHours}
        onChange={(rows) => form.setFieldValue('workingHours', rows)}
        error={form.errors.workingHours}
        awayStatuses={statuses.data ?? []}
      />
      <h3 className={panel.group}>Holidays</h3>
      <HolidayRows
        value={form.values.holidays}
        onChange={(rows) => form.setFieldValue('holidays', rows)}
        error={form.errors.holidays}
      />
      <h3 className={panel.group}>Who works in it</h3>
      <AgentSelect label="Agents" {...form.getInputProps('agentIds')} />
      {departments.data && departments.data.length > 0 && (
        <MultiSelect
          label="Departments"
          description="With all their agents"
          data={departments.data.map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          {...form.getInputProps('departmentIds')}
        />
      )}
    </ResourceDrawer>
  )
}
