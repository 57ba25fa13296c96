import { Select, Stack, TextInput } from '@mantine/core'
import { entities } from '@parley/contract'
import { FormErrors } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import panel from '../ui/panel-ui.module.css'
import { TimeZoneSelect } from '../ui/time-zone-select.tsx'
import { useSaveForm } from '../ui/use-save-form.ts'
import { type Site, useUpdateSite } from './site.queries.ts'

const mandatory = ['company', 'website', 'timeZone', 'firstName', 'lastName', 'dateTimeFormat'] as const

/** The values a property of the site can have, as the contract lists them. */
function valuesOf(field: 'companySize' | 'dateTimeFormat'): string[] {
  return [...((entities.Site.fields[field].facts.schema as { enum?: string[] }).enum ?? [])]
}

function siteValues(site: Site) {
  return {
    company: site.company,
    website: site.website,
    companySize: site.companySize,
    phone: toInput(site.phone),
    fax: toInput(site.fax),
    mailingAddress: toInput(site.mailingAddress),
    city: toInput(site.city),
    postalOrZipCode: toInput(site.postalOrZipCode),
    stateOrProvince: toInput(site.stateOrProvince),
    countryOrRegion: toInput(site.countryOrRegion),
    firstName: site.firstName,
    lastName: site.lastName,
    timeZone: site.timeZone,
    dateTimeFormat: site.dateTimeFormat,
  }
}

/** Company, address, contact person, and how times are shown. */
export function SiteForm({ site }: { readonly site: Site }) {
  const update = useUpdateSite()
  const state = useSaveForm({
    entity: 'Site',
    isNew: false,
    initialValues: siteValues(site),
    done: 'Company saved',
    save: (_, changed) => update.mutateAsync({ body: toBody(changed, mandatory) }),
  })
  const { form } = state
  return (
    <>
      <FormErrors errors={form.errors} message={state.problem} />
      <fieldset className={panel.fieldset} disabled={state.isSaving}>
        <Section title="Company">
          <Stack gap="md">
            <div className={panel.row}>
              <TextInput label="Company" withAsterisk {...form.getInputProps('company')} />
              <TextInput label="Website" type="url" withAsterisk {...form.getInputProps('website')} />
            </div>
            <div className={panel.row}>
              <Select
                label="Company size"
                clearable
                data={valuesOf('companySize')}
                {...form.getInputProps('companySize')}
              />
              <TextInput label="Site id" value={String(site.id)} readOnly variant="filled" />
            </div>
            <div className={panel.row}>
              <TextInput label="Phone" type="tel" {...form.getInputProps('phone')} />
              <TextInput label="Fax" type="tel" {...form.getInputProps('fax')} />
            </div>
          </Stack>
        </Section>
        <Section title="Address">
          <Stack gap="md">
            <TextInput label="Street" {...form.getInputProps('mailingAddress')} />
            <div className={panel.row}>
              <TextInput label="Postal code" {...form.getInputProps('postalOrZipCode')} />
              <TextInput label="City" {...form.getInputProps('city')} />
            </div>
            <div className={panel.row}>
              <TextInput label="State or province" {...form.getInputProps('stateOrProvince')} />
              <TextInput label="Country or region" {...form.getInputProps('countryOrRegion')} />
            </div>
          </Stack>
        </Section>
        <Section title="Contact person">
          <Stack gap="md">
            <div className={panel.row}>
              <TextInput label="First name" withAsterisk {...form.getInputProps('firstName')} />
              <TextInput label="Last name" withAsterisk {...form.getInputProps('lastName')} />
            </div>
            <TextInput
              label="Registered e-mail"
              description="Cannot be changed here"
              value={toInput(site.registeredEmail)}
              readOnly
              variant="filled"
            />
          </Stack>
        </Section>
        <Section title="Dates and times">
          <div className={panel.row}>
            <TimeZoneSelect {...form.getInputProps('timeZone')} />
            <Select
              label="Format"
              withAsterisk
              allowDeselect={false}
              data={valuesOf('dateTimeFormat')}
              {...form.getInputProps('dateTimeFormat')}
            />
          </div>
        </Section>
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
