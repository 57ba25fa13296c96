import { NumberInput, SegmentedControl, Stack, TagsInput, TextInput } from '@mantine/core'
import { Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/states.tsx'
import { ColourField } from '../ui/colour-field.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import { NotYetNote } from '../ui/not-yet-note.tsx'
import panel from '../ui/panel-ui.module.css'
import { SwitchRow } from '../ui/switch-row.tsx'
import { useSaveForm } from '../ui/use-save-form.ts'
import { PartForm } from './PartForm.tsx'
import { type PartOf, useCampaignPart, useUpdateCampaignPart } from './use-campaign-part.ts'
import { WidgetPreview } from './WidgetPreview.tsx'

const buttonTypes = [
  { value: 'adaptive', label: 'Round button' },
  { value: 'image', label: 'Image' },
  { value: 'textLink', label: 'Text link' },
]

/** The chat button of a campaign. */
export function ButtonTab({ campaignId }: { readonly campaignId: string }) {
  const button = useCampaignPart('chatButton', campaignId)
  return <Loaded query={button}>{(data) => <ButtonForm campaignId={campaignId} button={data} />}</Loaded>
}

interface ButtonFormProps {
  readonly campaignId: string
  readonly button: PartOf<'chatButton'>
}

type Offset =
  | 'adaptiveButtonRightOffset'
  | 'adaptiveButtonBottomOffset'
  | 'adaptiveButtonRightOffsetOnMobile'
  | 'adaptiveButtonBottomOffsetOnMobile'

function ButtonForm({ campaignId, button }: ButtonFormProps) {
  const update = useUpdateCampaignPart('chatButton')
  const state = useSaveForm({
    entity: 'ChatButton',
    isNew: false,
    initialValues: {
      type: button.type,
      adaptiveButtonColor: toInput(button.adaptiveButtonColor),
      adaptiveButtonRightOffset: button.adaptiveButtonRightOffset,
      adaptiveButtonBottomOffset: button.adaptiveButtonBottomOffset,
      adaptiveButtonRightOffsetOnMobile: button.adaptiveButtonRightOffsetOnMobile,
      adaptiveButtonBottomOffsetOnMobile: button.adaptiveButtonBottomOffsetOnMobile,
      textLinkButtonText: toInput(button.textLinkButtonText),
      isHideWhenOffline: button.isHideWhenOffline ?? false,
      isDomainRestrictionEnabled: button.isDomainRestrictionEnabled ?? false,
      allowedDomains: button.allowedDomains,
    },
    done: 'Button saved',
    save: (_, changed) => update({ params: { campaignId }, body: toBody(changed, ['type']) }),
  })
  const { form } = state
  const { type } = form.values
  const offset = (label: string, field: Offset) => (
    <NumberInput
      label={label}
      min={0}
      allowDecimal={false}
      suffix=" px"
      value={form.values[field]}
      onChange={(value) => form.setFieldValue(field, Number(value) || 0)}
      error={form.errors[field]}
    />
  )
  return (
    <PartForm
      state={state}
      preview={
        <WidgetPreview
          kind="button"
          color={form.values.adaptiveButtonColor}
          offsets={{
            right: form.values.adaptiveButtonRightOffset,
            bottom: form.values.adaptiveButtonBottomOffset,
          }}
        />
      }
    >
      <Section title="Look">
        <ColourField
          label="Colour"
          description="Without one the button has the colour of the window"
          {...form.getInputProps('adaptiveButtonColor')}
        />
      </Section>
      <Section title="Place" sentence="How far the button stays from the corner of the page.">
        <Stack gap="md">
          <div className={panel.row}>
            {offset('From the right', 'adaptiveButtonRightOffset')}
            {offset('From the bottom', 'adaptiveButtonBottomOffset')}
          </div>
          <div className={panel.row}>
            {offset('From the right, on phones', 'adaptiveButtonRightOffsetOnMobile')}
            {offset('From the bottom, on phones', 'adaptiveButtonBottomOffsetOnMobile')}
          </div>
        </Stack>
      </Section>
      <Section title="When and where">
        <SwitchRow
          label="Hide the button while nobody is online"
          note="Visitors cannot leave a message then either."
          isOn={form.values.isHideWhenOffline}
          onChange={(isOn) => form.setFieldValue('isHideWhenOffline', isOn)}
        />
        <SwitchRow
          label="Only on these pages"
          note="On other pages the installation code shows nothing."
          isOn={form.values.isDomainRestrictionEnabled}
          onChange={(isOn) => form.setFieldValue('isDomainRestrictionEnabled', isOn)}
        />
        {form.values.isDomainRestrictionEnabled && (
          <TagsInput
            mt="xs"
            label="Domains"
            description="With their subdomains; a path narrows one down: example.com/shop. Enter adds one."
            placeholder="example.com"
            {...form.getInputProps('allowedDomains')}
          />
        )}
      </Section>
      <NotYetNote>What follows is kept, and the button does not follow it yet: it is always round.</NotYetNote>
      <Section title="Kind">
        <Stack gap="md">
          <SegmentedControl
            aria-label="Kind of button"
            classNames={{ root: panel.segments ?? '' }}
            data={buttonTypes}
            value={type}
            onChange={(next) => form.setFieldValue('type', next as typeof type)}
          />
          {type === 'image' && <p className={panel.muted}>Its pictures cannot be chosen here.</p>}
          {type === 'textLink' && <TextInput label="Text" {...form.getInputProps('textLinkButtonText')} />}
        </Stack>
      </Section>
    </PartForm>
  )
}
