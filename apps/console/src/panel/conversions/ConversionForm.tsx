import { NumberInput, Select, TextInput } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { useMay } from '../ui/access.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import panel from '../ui/panel-ui.module.css'
import { ResourceDrawer } from '../ui/resource-drawer.tsx'
import { SwitchRow } from '../ui/switch-row.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import { ConversionRule } from './ConversionRule.tsx'

type Conversion = Shape<'ConversionAction'>

const mandatory = ['name', 'type', 'operator', 'valueSource', 'chatAssociatedWithConversion'] as const

/** The values of the form of a conversion. */
export function conversionValues(conversion: Conversion | undefined) {
  return {
    name: conversion?.name ?? '',
    isEnable: conversion?.isEnable ?? true,
    type: conversion?.type ?? ('url' as Conversion['type']),
    customVariableUsedToDetermineConversion: toInput(conversion?.customVariableUsedToDetermineConversion),
    operator: conversion?.operator ?? ('contains' as NonNullable<Conversion['operator']>),
    value: toInput(conversion?.value),
    isCaseSensitive: conversion?.isCaseSensitive ?? false,
    isValueAssignedToConversion: conversion?.isValueAssignedToConversion ?? false,
    valueSource: conversion?.valueSource ?? ('inputAValue' as NonNullable<Conversion['valueSource']>),
    assignedValueFromInputting: conversion?.assignedValueFromInputting ?? null,
    assignedValueFromCustomVariable: toInput(conversion?.assignedValueFromCustomVariable),
    chatAssociatedWithConversion:
      conversion?.chatAssociatedWithConversion ??
      ('theLastChat' as NonNullable<Conversion['chatAssociatedWithConversion']>),
    isChatInLastCertainDaysConsidered: conversion?.isChatInLastCertainDaysConsidered ?? false,
    chatInLastDays: conversion?.chatInLastDays ?? null,
    isChatWithAtLeastCertainVisitorMessagesConsidered:
      conversion?.isChatWithAtLeastCertainVisitorMessagesConsidered ?? false,
    visitorMessagesAtLeast: conversion?.visitorMessagesAtLeast ?? null,
  }
}

type Values = ReturnType<typeof conversionValues>

/** What the chosen kind of conversion cannot do without. */
function neededValues(values: Values): (keyof Values)[] {
  const needed: (keyof Values)[] = []
  if (values.type !== 'api') needed.push('value')
  if (values.type === 'customVariable') needed.push('customVariableUsedToDetermineConversion')
  if (values.type !== 'api' && values.isValueAssignedToConversion)
    needed.push(values.valueSource === 'inputAValue' ? 'assignedValueFromInputting' : 'assignedValueFromCustomVariable')
  if (values.isChatInLastCertainDaysConsidered) needed.push('chatInLastDays')
  if (values.isChatWithAtLeastCertainVisitorMessagesConsidered) needed.push('visitorMessagesAtLeast')
  return needed
}

interface ConversionFormProps {
  /** Left out for a new one. */
  readonly conversion: Conversion | undefined
  readonly onClose: () => void
}

/** Makes or changes a conversion. */
export function ConversionForm({ conversion, onClose }: ConversionFormProps) {
  const changes = useChanges('conversionActions')
  const mayChange = useMay('conversionActions.update')
  const state = useSaveForm({
    entity: 'ConversionAction',
    isNew: !conversion,
    initialValues: conversionValues(conversion),
    needs: neededValues,
    done: conversion ? 'Conversion saved' : 'Conversion added',
    save: (values, changed) =>
      conversion
        ? changes.update({ params: { id: conversion.id }, body: toBody(changed, mandatory) })
        : changes.create({ body: toBody(values, mandatory) }),
    onSaved: onClose,
  })
  const { form } = state
  const flip = (
    field: 'isEnable' | 'isChatInLastCertainDaysConsidered' | 'isChatWithAtLeastCertainVisitorMessagesConsidered',
  ) => ({
    isOn: form.values[field],
    onChange: (isOn: boolean) => form.setFieldValue(field, isOn),
  })
  const number = (field: 'chatInLastDays' | 'visitorMessagesAtLeast') => ({
    value: form.values[field] ?? '',
    onChange: (value: string | number) => form.setFieldValue(field, value === '' ? null : Number(value)),
    error: form.errors[field],
  })
  return (
    <ResourceDrawer
      noun="conversion"
      name={conversion?.name}
      state={state}
      mayChange={mayChange}
      remove={conversion && (() => changes.remove({ params: { id: conversion.id } }))}
      consequence="It is no longer noted, and what was noted of it so far is deleted."
      onClose={onClose}
    >
      <TextInput label="Name" placeholder="Order placed" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <SwitchRow label="In use" note="Counted while this is on." {...flip('isEnable')} />
      <ConversionRule form={form} />
      <h3 className={panel.group}>The chat it counts for</h3>
      <Select
        aria-label="The chat it counts for"
        data={[
          { value: 'theLastChat', label: 'The last chat before it' },
          { value: 'theFirstChat', label: 'The first chat of the visitor' },
        ]}
        allowDeselect={false}
        {...form.getInputProps('chatAssociatedWithConversion')}
      />
      <SwitchRow label="Only recent chats" {...flip('isChatInLastCertainDaysConsidered')} />
      {form.values.isChatInLastCertainDaysConsidered && (
        <NumberInput
          label="Days"
          description="1 to 30"
          allowDecimal={false}
          withAsterisk
          {...number('chatInLastDays')}
        />
      )}
      <SwitchRow
        label="Only chats in which the visitor wrote"
        {...flip('isChatWithAtLeastCertainVisitorMessagesConsidered')}
      />
      {form.values.isChatWithAtLeastCertainVisitorMessagesConsidered && (
        <NumberInput
          label="Messages of the visitor at least"
          allowDecimal={false}
          withAsterisk
          {...number('visitorMessagesAtLeast')}
        />
      )}
    </ResourceDrawer>
  )
}
