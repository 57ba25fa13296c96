import { Select, TextInput } from '@mantine/core'
import { useMay } from '../ui/access.tsx'
import { ResourceDrawer } from '../ui/resource-drawer.tsx'
import { useChanges } from '../ui/use-changes.ts'
import { useSaveForm } from '../ui/use-save-form.ts'
import type { Category, Shelf } from './canned-messages.queries.ts'
import { categoryChoices, TOP } from './category-paths.ts'

interface CategoryFormProps {
  readonly shelf: Shelf
  /** Left out for a new one. */
  readonly category: Category | undefined
  readonly categories: readonly Category[]
  readonly onClose: () => void
}

/** Makes, renames or moves a category of canned messages. */
export function CategoryForm({ shelf, category, categories, onClose }: CategoryFormProps) {
  const shared = useChanges('publicCannedMessageCategories')
  const own = useChanges('privateCannedMessageCategories')
  const changes = shelf === 'public' ? shared : own
  const mayChange = useMay(`${shelf}CannedMessageCategories.update`)
  const state = useSaveForm({
    entity: 'PublicCannedMessageCategory',
    isNew: !category,
    initialValues: { name: category?.name ?? '', parentId: category?.parentId ?? TOP },
    done: category ? 'Category saved' : 'Category added',
    save: (values, changed) =>
      category ? changes.update({ params: { id: category.id }, body: changed }) : changes.create({ body: values }),
    onSaved: onClose,
  })
  const { form } = state
  const places = categoryChoices(categories, category?.id).map((each) =>
    each.value === TOP ? { ...each, label: 'The top' } : each,
  )
  return (
    <ResourceDrawer
      noun="category"
      name={category?.name}
      state={state}
      mayChange={mayChange}
      remove={category && (() => changes.remove({ params: { id: category.id } }))}
      consequence="Only an empty category can be deleted: move its messages and categories first."
      onClose={onClose}
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Select label="Inside" data={places} allowDeselect={false} searchable {...form.getInputProps('parentId')} />
    </ResourceDrawer>
  )
}
