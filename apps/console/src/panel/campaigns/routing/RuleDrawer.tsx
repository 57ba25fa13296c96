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
import { routeOf, targetOf } from './targets.ts'

type Rule = Shape<'CustomRule'>

interface RuleDrawerProps {
  readonly campaignId: string
  /** Left out for a new one. */
  readonly rule: Rule | undefined
  readonly onClose: () => void
}

function valuesOf(rule: Rule | undefined) {
  return {
    name: toInput(rule?.name),
    isEnable: rule?.isEnable ?? true,
    conditionMetType: rule?.conditionMetType ?? ('all' as const),
    logicalExpression: toInput(rule?.logicalExpression),
    conditions: rule?.conditions ?? [newCondition([])],
    routeToId: targetOf(rule?.routeTo ?? null, rule?.routeToId ?? null),
    priority: rule?.priority ?? ('normal' as const),
  }
}

function toSent({ routeToId: target, logicalExpression, ...rest }: ReturnType<typeof valuesOf>) {
  return { ...rest, ...routeOf(target), logicalExpression: fromInput(logicalExpression) }
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
    needs: () => ['name'],
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
        target={form.values.routeToId}
        onTarget={(target) => form.setFieldValue('routeToId', target)}
        priority={form.values.priority}
        onPriority={(priority) => form.setFieldValue('priority', priority)}
        error={form.errors.routeToId}
      />
    </ResourceDrawer>
  )
}
