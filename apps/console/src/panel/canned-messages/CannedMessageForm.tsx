import { Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useMay } from '../ui/access.tsx'
import { toBody, toInput } from '../ui/form-text.ts'
import panel from '../ui/panel-ui.module.css'
import { ResourceDrawer } from '../ui/resource-drawer.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import type { CannedMessage, Category, Shelf } from './canned-messages.queries.ts'
import { categoryChoices, TOP } from './category-paths.ts'

interface CannedMessageFormProps {
  readonly shelf: Shelf
  /** Left out for a new one. */
  readonly message: CannedMessage | undefined
  readonly categories: readonly Category[]
  /** The category a new one begins in. */
  readonly place?: string
  readonly onClose: () => void
}

/** Makes or changes a canned message. */
export function CannedMessageForm({ shelf, message, categories, place, onClose }: CannedMessageFormProps) {
  const shared = useChanges('publicCannedMessages')
  const own = useChanges('privateCannedMessages')
  const changes = shelf === 'public' ? shared : own
  const mayChange = useMay(shelf === 'public' ? 'publicCannedMessages.update' : 'privateCannedMessages.update')
  const state = useSaveForm({
    entity: shelf === 'public' ? 'PublicCannedMessage' : 'PrivateCannedMessage',
    isNew: !message,
    initialValues: {
      name: message?.name ?? '',
      shortcuts: toInput(message?.shortcuts),
      categoryId: message?.categoryId ?? place ?? TOP,
      message: message?.message ?? '',
      similarQuestions: message?.similarQuestions ?? [],
    },
    done: message ? 'Canned message saved' : 'Canned message added',
    save: (values, changed) =>
      message
        ? changes.update({
            params: { id: message.id },
            body: toBody(changed, ['name', 'message', 'categoryId', 'similarQuestions']),
          })
        : changes.create({ body: toBody(values, ['name', 'message', 'categoryId', 'similarQuestions']) }),
    onSaved: onClose,
  })
  const { form } = state
  return (
    <ResourceDrawer
      noun="canned message"
      name={message?.name}
      state={state}
      mayChange={mayChange}
      remove={message && (() => changes.remove({ params: { id: message.id } }))}
      consequence={
        shelf === 'public'
          ? 'No agent finds it any more. What was sent with it stays in the chats.'
          : 'You no longer find it. What you sent with it stays in the chats.'
      }
      onClose={onClose}
    >
      <div className={panel.row}>
        <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
        <TextInput label="Shortcut" placeholder="hello" {...form.getInputProps('shortcuts')} />
      </div>
      <Select
        label="Category"
        data={categoryChoices(categories)}
        allowDeselect={false}
        searchable
        {...form.getInputProps('categoryId')}
      />
      <Textarea
        label="Message"
        description="As the visitor reads it"
        withAsterisk
        autosize
        minRows={5}
        maxRows={16}
        {...form.getInputProps('message')}
      />
      <TagsInput
        label="Similar questions"
        description="What visitors ask when this is the answer; Enter adds one"
        splitChars={[]}
        {...form.getInputProps('similarQuestions')}
      />
    </ResourceDrawer>
  )
}
