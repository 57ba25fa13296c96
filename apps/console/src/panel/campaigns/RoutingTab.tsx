import { Radio, Stack } from '@mantine/core'
import { Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/states.tsx'
import { useSaveForm } from '../ui/use-save-form.ts'
import { PartForm } from './PartForm.tsx'
import { RuleList } from './routing/RuleList.tsx'
import { TargetFields } from './routing/TargetFields.tsx'
import { actionWith, isNamed, routeOf, targetOf, targetOfAction } from './routing/targets.ts'
import { type PartOf, useCampaignPart, useUpdateCampaignPart } from './use-campaign-part.ts'

type Routing = PartOf<'routing'>

/** Where the chats of a campaign go. */
export function RoutingTab({ campaignId }: { readonly campaignId: string }) {
  const routing = useCampaignPart('routing', campaignId)
  return <Loaded query={routing}>{(data) => <RoutingForm campaignId={campaignId} routing={data} />}</Loaded>
}

function valuesOf(routing: Routing) {
  const mode: 'off' | 'simple' | 'customRule' = routing.isEnable ? (routing.type ?? 'simple') : 'off'
  const target = targetOf(routing.routeTo, routing.routeToId)
  const otherwise = targetOfAction(routing.actionWhenNoRuleMatched, routing.routeToIdWhenNoRuleMatched)
  return {
    mode,
    kind: target.kind,
    routeToId: target.id,
    priority: routing.priority ?? ('normal' as const),
    otherwise: otherwise.kind,
    routeToIdWhenNoRuleMatched: otherwise.id,
    priorityWhenNoRuleMatched: routing.priorityWhenNoRuleMatched ?? ('normal' as const),
  }
}

type Values = ReturnType<typeof valuesOf>

function toSent(values: Values) {
  const { mode, kind, priority, otherwise, priorityWhenNoRuleMatched } = values
  return {
    isEnable: mode !== 'off',
    ...(mode === 'off' ? {} : { type: mode }),
    ...(mode === 'simple' ? { ...routeOf({ kind, id: values.routeToId }), priority } : {}),
    ...(mode === 'customRule'
      ? { ...actionWith({ kind: otherwise, id: values.routeToIdWhenNoRuleMatched }), priorityWhenNoRuleMatched }
      : {}),
  }
}

/** What the chosen way of routing cannot do without. */
function neededValues({ mode, kind, otherwise }: Values): (keyof Values)[] {
  if (mode === 'simple' && isNamed(kind)) return ['routeToId']
  return mode === 'customRule' && isNamed(otherwise) ? ['routeToIdWhenNoRuleMatched'] : []
}

interface RoutingFormProps {
  readonly campaignId: string
  readonly routing: Routing
}

function RoutingForm({ campaignId, routing }: RoutingFormProps) {
  const update = useUpdateCampaignPart('routing')
  const state = useSaveForm({
    entity: 'Routing',
    isNew: false,
    initialValues: valuesOf(routing),
    needs: neededValues,
    done: 'Routing saved',
    save: (values) => update({ params: { campaignId }, body: toSent(values) }),
  })
  const { form } = state
  const { mode } = form.values
  return (
    <PartForm state={state}>
      <Section title="Where chats go" sentence="A department the visitor chose before the chat always comes first.">
        <Radio.Group aria-label="Where chats go" {...form.getInputProps('mode')}>
          <Stack gap="sm">
            <Radio value="off" label="To anybody" description="Whoever is online and has room." />
            <Radio value="simple" label="All to the same" description="One department or one agent." />
            <Radio value="customRule" label="By rules" description="The first rule that holds decides." />
          </Stack>
        </Radio.Group>
      </Section>
      {mode === 'simple' && (
        <Section title="All chats of this campaign">
          <TargetFields
            target={{ kind: form.values.kind, id: form.values.routeToId }}
            onTarget={({ kind, id }) => form.setValues({ kind, routeToId: id })}
            priority={form.values.priority}
            onPriority={(priority) => form.setFieldValue('priority', priority)}
            error={form.errors.routeToId}
          />
        </Section>
      )}
      {mode === 'customRule' && (
        <>
          <Section title="Rules" sentence="Asked from top to bottom; each is saved on its own.">
            <RuleList campaignId={campaignId} />
          </Section>
          <Section title="When no rule holds">
            <TargetFields
              hasOffline
              target={{ kind: form.values.otherwise, id: form.values.routeToIdWhenNoRuleMatched }}
              onTarget={({ kind, id }) => form.setValues({ otherwise: kind, routeToIdWhenNoRuleMatched: id })}
              priority={form.values.priorityWhenNoRuleMatched}
              onPriority={(priority) => form.setFieldValue('priorityWhenNoRuleMatched', priority)}
              error={form.errors.routeToIdWhenNoRuleMatched}
            />
          </Section>
        </>
      )}
    </PartForm>
  )
}
