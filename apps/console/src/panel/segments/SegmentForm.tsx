import { MultiSelect, Textarea, TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { AgentSelect } from '../agents/AgentSelect.tsx'
import { useDepartments } from '../departments/departments.queries.ts'
import { useMay } from '../ui/access.tsx'
import { ColourField } from '../ui/colour-field.tsx'
import { ConditionsField } from '../ui/conditions/ConditionsField.tsx'
import { newCondition } from '../ui/conditions/condition-rows.ts'
import { fromInput, toInput } from '../ui/form-text.ts'
import panel from '../ui/panel-ui.module.css'
import { ResourceDrawer } from '../ui/resource-drawer.tsx'
import { SwitchRow } from '../ui/switch-row.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useSaveForm } from '../ui/use-save-form.ts'

type Segment = Shape<'CustomerSegment'>

interface SegmentFormProps {
  /** Left out for a new one. */
  readonly segment: Segment | undefined
  /** All there are: a condition can be about another one. */
  readonly segments: readonly Segment[]
  readonly onClose: () => void
}

function valuesOf(segment: Segment | undefined) {
  return {
    name: segment?.name ?? '',
    description: toInput(segment?.description),
    color: segment?.color ?? '339FD9',
    isEnabled: segment?.isEnabled ?? true,
    conditionMetType: segment?.conditionMetType ?? ('all' as const),
    logicalExpression: toInput(segment?.logicalExpression),
    conditions: segment?.conditions ?? [newCondition([])],
    alertTo: {
      agentIds: segment?.alertTo?.agentIds ?? [],
      departmentIds: segment?.alertTo?.departmentIds ?? [],
    },
  }
}

type Values = ReturnType<typeof valuesOf>

function toSent<T extends Partial<Values>>(values: T) {
  const { description, logicalExpression, ...rest } = values
  return {
    ...rest,
    ...(description === undefined ? {} : { description: fromInput(description) }),
    ...(logicalExpression === undefined ? {} : { logicalExpression: fromInput(logicalExpression) }),
  }
}

/** Makes or changes a segment. */
export function SegmentForm({ segment, segments, onClose }: SegmentFormProps) {
  const changes = useChanges('customerSegments')
  const mayChange = useMay('customerSegments.update')
  const departments = useDepartments(useMay('departments.list'))
  const state = useSaveForm({
    entity: 'CustomerSegment',
    isNew: !segment,
    initialValues: valuesOf(segment),
    done: segment ? 'Segment saved' : 'Segment added',
    save: (values, changed) =>
      segment
        ? changes.update({ params: { id: segment.id }, body: toSent(changed) })
        : changes.create({ body: { ...toSent(values), name: values.name, conditions: values.conditions } }),
    onSaved: onClose,
  })
  const { form } = state
  const { alertTo } = form.values
  const others = segments.filter(({ id }) => id !== segment?.id).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <ResourceDrawer
      noun="segment"
      name={segment?.name}
      state={state}
      mayChange={mayChange}
      remove={segment && (() => changes.remove({ params: { id: segment.id } }))}
      consequence="Nobody is in it any more, and past chats no longer show it."
      onClose={onClose}
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Textarea label="Description" autosize minRows={2} {...form.getInputProps('description')} />
      <ColourField label="Colour" description="Shown beside its name" {...form.getInputProps('color')} />
      <SwitchRow
        label="In use"
        note="Visitors are matched while this is on."
        isOn={form.values.isEnabled}
        onChange={(isOn) => form.setFieldValue('isEnabled', isOn)}
      />
      <h3 className={panel.group}>A visitor belongs to it when</h3>
      <ConditionsField
        values={form.values}
        errors={form.errors}
        onChange={(part) => form.setValues(part)}
        segments={others}
      />
      <h3 className={panel.group}>Alert when a visitor enters</h3>
      <AgentSelect
        label="Agents"
        value={alertTo.agentIds}
        onChange={(agentIds) => form.setFieldValue('alertTo', { ...alertTo, agentIds })}
        error={form.errors.alertTo}
      />
      {departments.data && departments.data.length > 0 && (
        <MultiSelect
          label="Departments"
          data={departments.data.map(({ id, name }) => ({ value: id, label: name }))}
          value={alertTo.departmentIds}
          onChange={(departmentIds) => form.setFieldValue('alertTo', { ...alertTo, departmentIds })}
          searchable
        />
      )}
    </ResourceDrawer>
  )
}
