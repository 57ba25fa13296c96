import { Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Shape } from '@parley/contract'
import { useRef } from 'react'
import { useMay } from '../ui/access.tsx'
import { FormTabs } from '../ui/form-tabs.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import panel from '../ui/panel-ui.module.css'
import { ResourceDrawer } from '../ui/resource-drawer.tsx'
import { TimeZoneSelect } from '../ui/time-zone-select.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useOpenItem } from '../ui/use-open-item.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import { ContactChats } from './ContactChats.tsx'
import { IdentityList } from './IdentityList.tsx'

type Contact = Shape<'Contact'>

interface ContactFormProps {
  /** Left out for a new one. */
  readonly contact: Contact | undefined
  readonly onClose: () => void
}

function valuesOf(contact: Contact | undefined) {
  return {
    name: contact?.name ?? '',
    firstName: toInput(contact?.firstName),
    lastName: toInput(contact?.lastName),
    title: toInput(contact?.title),
    company: toInput(contact?.company),
    phone: toInput(contact?.phone),
    fax: toInput(contact?.fax),
    mailingAddress: toInput(contact?.mailingAddress),
    postalOrZipCode: toInput(contact?.postalOrZipCode),
    city: toInput(contact?.city),
    stateOrProvince: toInput(contact?.stateOrProvince),
    countryOrRegion: toInput(contact?.countryOrRegion),
    timeZone: toInput(contact?.timeZone),
    description: toInput(contact?.description),
  }
}

/** Makes or changes a contact; the addresses of an existing one are kept one by one below. */
export function ContactForm({ contact, onClose }: ContactFormProps) {
  const changes = useChanges('contacts')
  const mayChange = useMay('contacts.update')
  const item = useOpenItem()
  const createdId = useRef<number>(undefined)
  const state = useSaveForm({
    entity: 'Contact',
    isNew: !contact,
    initialValues: valuesOf(contact),
    done: contact ? 'Contact saved' : 'Contact added',
    save: async (values, changed) => {
      if (contact) await changes.update({ params: { id: contact.id }, body: toBody(changed, ['name']) })
      else createdId.current = (await changes.create({ body: toBody(values, ['name']) })).id
    },
    // A new contact stays open: its addresses come next.
    onSaved: () => (createdId.current === undefined ? onClose() : item.open(createdId.current)),
  })
  const { form } = state
  return (
    <ResourceDrawer
      noun="contact"
      name={contact?.name}
      subtitle={contact && [contact.title, contact.company].filter(Boolean).join(', ')}
      state={state}
      mayChange={mayChange}
      needs="contacts.update"
      remove={contact && (() => changes.remove({ params: { id: contact.id } }))}
      consequence="The name and all addresses of this person are deleted. Past chats stay, without the link to the contact. This cannot be undone."
      onClose={onClose}
      isTabbed={contact !== undefined}
    >
      {contact ? (
        <FormTabs
          errors={form.errors}
          tabs={[
            {
              label: 'Details',
              fields: Object.keys(form.values),
              content: <ContactFields form={form} contact={contact} mayChange={mayChange} />,
            },
            { label: 'Chats', fields: [], content: <ContactChats contact={contact} /> },
          ]}
        />
      ) : (
        <ContactFields form={form} contact={undefined} mayChange={mayChange} />
      )}
    </ResourceDrawer>
  )
}

interface ContactFieldsProps {
  readonly form: UseFormReturnType<ReturnType<typeof valuesOf>>
  readonly contact: Contact | undefined
  readonly mayChange: boolean
}

function ContactFields({ form, contact, mayChange }: ContactFieldsProps) {
  return (
    <>
      <TextInput
        label="Name"
        description="As agents see it"
        withAsterisk
        data-autofocus
        {...form.getInputProps('name')}
      />
      <div className={panel.row}>
        <TextInput label="First name" {...form.getInputProps('firstName')} />
        <TextInput label="Last name" {...form.getInputProps('lastName')} />
      </div>
      {contact && <IdentityList contact={contact} mayChange={mayChange} />}
      <div className={panel.row}>
        <TextInput label="Company" {...form.getInputProps('company')} />
        <TextInput label="Title" {...form.getInputProps('title')} />
      </div>
      <div className={panel.row}>
        <TextInput label="Phone" type="tel" {...form.getInputProps('phone')} />
        <TextInput label="Fax" type="tel" {...form.getInputProps('fax')} />
      </div>
      <TextInput label="Street" {...form.getInputProps('mailingAddress')} />
      <div className={panel.row}>
        <TextInput label="Postal code" {...form.getInputProps('postalOrZipCode')} />
        <TextInput label="City" {...form.getInputProps('city')} />
      </div>
      <div className={panel.row}>
        <TextInput label="State or province" {...form.getInputProps('stateOrProvince')} />
        <TextInput label="Country or region" {...form.getInputProps('countryOrRegion')} />
      </div>
      <TimeZoneSelect withAsterisk={false} clearable {...form.getInputProps('timeZone')} />
      <Textarea label="Notes" autosize minRows={2} {...form.getInputProps('description')} />
    </>
  )
}
