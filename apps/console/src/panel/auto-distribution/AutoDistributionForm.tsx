import { NumberInput, Radio, Stack } from '@mantine/core'
import { FormErrors } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { useMay } from '../ui/access.tsx'
import panel from '../ui/panel-ui.module.css'
import { SwitchRow } from '../ui/switch-row.tsx'
import { useSaveForm } from '../ui/use-save-form.ts'
import { AgentLimits } from './AgentLimits.tsx'
import { type AutoDistribution, useUpdateAutoDistribution } from './auto-distribution.queries.ts'
import { DepartmentMethods } from './DepartmentMethods.tsx'
import { DistributionSwitch } from './DistributionSwitch.tsx'
import { methods } from './methods.ts'

/** Method, limits and exceptions of the distribution of chats. */
export function AutoDistributionForm({ settings }: { readonly settings: AutoDistribution }) {
  const update = useUpdateAutoDistribution()
  const mayChange = useMay('autoDistribution.update')
  const state = useSaveForm({
    entity: 'AutoDistribution',
    isNew: false,
    initialValues: { ...settings },
    done: 'Auto distribution saved',
    save: (_, changed) => update.mutateAsync({ body: changed }),
  })
  const { form } = state
  const { values } = form
  return (
    <>
      <FormErrors errors={form.errors} message={state.problem} />
      <DistributionSwitch />
      <fieldset className={panel.fieldset} disabled={!mayChange || state.isSaving}>
        <Section title="Who gets the next chat">
          <Radio.Group aria-label="Method" {...form.getInputProps('autoDistributionMethod')}>
            <Stack gap="sm" mb="lg">
              {methods.map(({ id, label, note }) => (
                <Radio key={id} value={id} label={label} description={note} />
              ))}
            </Stack>
          </Radio.Group>
          <SwitchRow
            label="Prefer the agent they know"
            note="A returning visitor first goes to the agent of their last chat, when that agent is online and below the limit."
            isOn={values.isLastChattedAgentPreferred}
            onChange={(isOn) => form.setFieldValue('isLastChattedAgentPreferred', isOn)}
          />
          <SwitchRow
            label="Also during audio and video chats"
            note="Agents who are in an audio or video chat go on getting new chats. There are no such chats yet."
            isOn={values.ifAutoAcceptChatWhenHavingAudioVideoChat}
            onChange={(isOn) => form.setFieldValue('ifAutoAcceptChatWhenHavingAudioVideoChat', isOn)}
          />
        </Section>
        <Section title="How many at once">
          <Radio.Group
            aria-label="Limit"
            value={values.isLimitMaxConcurrentChatsForAllAgents ? 'all' : 'each'}
            onChange={(value) => form.setFieldValue('isLimitMaxConcurrentChatsForAllAgents', value === 'all')}
          >
            <Stack gap="sm" mb="md">
              <Radio value="all" label="The same limit for all agents" />
              <Radio value="each" label="A limit for each agent" description="Set in the list of agents below." />
            </Stack>
          </Radio.Group>
          {values.isLimitMaxConcurrentChatsForAllAgents && (
            <NumberInput
              label="Chats at once"
              w={140}
              mb="lg"
              allowDecimal={false}
              {...form.getInputProps('maxConcurrentChatsForAllAgents')}
            />
          )}
          <SwitchRow
            label="Agents may take more by hand"
            note="Above the limit nothing is given to them, but they can accept a waiting chat themselves."
            isOn={values.ifAgentCanManuallyAcceptChatsAfterReachingMaxChatsLimit}
            onChange={(isOn) => form.setFieldValue('ifAgentCanManuallyAcceptChatsAfterReachingMaxChatsLimit', isOn)}
          />
        </Section>
        <AgentLimits
          rows={values.agentAutoDistributions}
          hasOneLimit={values.isLimitMaxConcurrentChatsForAllAgents}
          limit={values.maxConcurrentChatsForAllAgents}
          onChange={(rows) => form.setFieldValue('agentAutoDistributions', rows)}
        />
        <DepartmentMethods
          rows={values.departmentAutoDistributions}
          onChange={(rows) => form.setFieldValue('departmentAutoDistributions', rows)}
        />
      </fieldset>
      <SaveBar
        isDirty={state.isDirty}
        isSaving={state.isSaving}
        onSave={() => void state.submit()}
        onDiscard={state.discard}
      />
    </>
  )
}
