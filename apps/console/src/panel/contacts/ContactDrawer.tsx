import { Drawer } from '@mantine/core'
import { useApiQuery } from '../../app/api.ts'
import { Loaded } from '../../ui/states.tsx'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import { ContactForm } from './ContactForm.tsx'

interface ContactDrawerProps {
  /** Left out for a new one. */
  readonly id: number | undefined
  readonly onClose: () => void
}

/** A contact by its id: the list shows only one page of them. */
export function ContactDrawer({ id, onClose }: ContactDrawerProps) {
  const contact = useApiQuery(
    'contacts.get',
    { params: { id: id ?? 0 }, query: { include: ['contactIdentity'] } },
    { isEnabled: id !== undefined },
  )
  useReturnFocus()
  if (id === undefined) return <ContactForm contact={undefined} onClose={onClose} />
  if (contact.data) return <ContactForm contact={contact.data} onClose={onClose} />
  return (
    <Drawer opened onClose={onClose} position="right" size={560} title="Contact">
      <Loaded query={contact}>{() => null}</Loaded>
    </Drawer>
  )
}
