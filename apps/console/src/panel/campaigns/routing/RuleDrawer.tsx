import { TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { useApiQuery } from '../../../app/api.ts'
import { useMay } from '../../ui/access.tsx'
import { ConditionsField } from '../../ui/conditions/ConditionsField.tsx'
import { newCondition } from '../../ui/conditions/condition-rows.ts'
import { fromInput, toInput } from '../../ui/form-text.ts'
import panel from '../../ui/panel-ui.module.css'
import { ResourceDrawer } from '../../ui/resource-drawer.tsx'
import { SwitchRow } from '../../ui/switch-row.tsx'
import { useChanges } from '../../ui/use-changes.ts'
import { useSaveForm } from '../../ui/use-save-form.ts'
import { TargetFields } from './TargetFields.tsx'
import { isNamed, routeOf, targetOf } from './targets.ts'

type Rule = Shape<'CustomRule'>

interface RuleDrawerProps {
  readonly campaignId: string
  /** Left out for a new one. */
  readonly rule: Rule | undefined
  readonly onClose: () => void
}

function valuesOf(rule: Rule | undefined) {
  const target = targetOf(rule?.routeTo ?? null, rule?.routeToId ?? null)
  return {
    name: toInput(rule?.name),
    isEnable: rule?.isEnable ?? true,
    conditionMetType: rule?.conditionMetType ?? ('all' as const),
    logicalExpression: toInput(rule?.logicalExpression),
    conditions: rule?.conditions ?? [newCondition([])],
    kind: target.kind,
    routeToId: target.id,
    priority: rule?.priority ?? ('normal' as const),
  }
}

function toSent({ kind, routeToId: id, logicalExpression, ...rest }: ReturnType<typeof valuesOf>) {
  return { ...rest, ...routeOf({ kind, id }), logicalExpression: fromInput(logicalExpression) }
}

/** Makes or changes a rule of a campaign's routing. */
export function RuleDrawer({ campaignId, rule, onClose }: RuleDrawerProps) {
  const changes = useChanges('customRules', ['routing.'])
  const mayChange = useMay('customRules.update')
  const segments = useApiQuery('customerSegments.list', undefined, { isEnabled: useMay('customerSegments.list') })
  const state = useSaveForm({
    entity: 'CustomRule',
    isNew: !rule,
    initialValues: valuesOf(rule),
    needs: ({ kind }) => (isNamed(kind) ? ['name', 'routeToId'] : ['name']),
    done: rule ? 'Rule saved' : 'Rule added',
    save: (values) =>
      rule
        ? changes.update({ params: { campaignId, id: rule.id }, body: toSent(values) })
        : changes.create({ params: { campaignId }, body: toSent(values) }),
    onSaved: onClose,
  })
  const { form } = state
  return (
    <ResourceDrawer
      noun="rule"
      name={rule && (rule.name || 'Rule without a name')}
      state={state}
      mayChange={mayChange}
      remove={rule && (() => changes.remove({ params: { campaignId, id: rule.id } }))}
      consequence="Chats it would have caught go by the rules below it."
      onClose={onClose}
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <SwitchRow label="In use" isOn={form.values.isEnable} onChange={(isOn) => form.setFieldValue('isEnable', isOn)} />
      <h3 className={panel.group}>When</h3>
      <ConditionsField
        values={form.values}
        errors={form.errors}
        onChange={(part) => form.setValues(part)}
        segments={(segments.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <h3 className={panel.group}>Then</h3>
      <TargetFields
        target={{ kind: form.values.kind, id: form.values.routeToId }}
        onTarget={({ kind, id }) => form.setValues({ kind, routeToId: id })}
        priority={form.values.priority}
        onPriority={(priority) => form.setFieldValue('priority', priority)}
        error={form.errors.routeToId}
      />
    </ResourceDrawer>
  )
}
