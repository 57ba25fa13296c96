import { Group, SegmentedControl } from '@mantine/core'
import { useUrlQuery } from '../../app/area.tsx'
import { Page } from '../../ui/page.tsx'
import { useMay } from '../ui/access.tsx'
import panel from '../ui/panel-ui.module.css'
import { AddButton, ResourceList } from '../ui/resource-page.tsx'
import { CannedMessageForm } from './CannedMessageForm.tsx'
import { CategoryForm } from './CategoryForm.tsx'
import { CategoryTree } from './CategoryTree.tsx'
import { categoryKind, messageKind } from './canned-message-kinds.tsx'
import classes from './canned-messages.module.css'
import { type Shelf, useCannedMessages, useCategories } from './canned-messages.queries.ts'
import { categoryTree } from './category-tree.ts'

/** What of the address belongs to one list and not to the next. */
const fresh = { open: undefined, search: undefined, sort: undefined, category: undefined }

/** Answers that are written once: those of the site, and the agent's own. */
export function CannedMessagesPage() {
  const [query, changeQuery] = useUrlQuery()
  const mayShare = useMay('publicCannedMessages.list')
  const mayKeep = useMay('privateCannedMessages.list')
  // Who may use only one of the shelves is taken to it, and is not offered the other.
  const isPrivate = mayKeep && (query.shelf === 'private' || !mayShare)
  const shelf: Shelf = isPrivate ? 'private' : 'public'
  const isCategories = query.view === 'categories'
  const mayList = isPrivate ? mayKeep : mayShare
  const messages = useCannedMessages(shelf, mayList)
  const categories = useCategories(shelf, mayList)
  const known = categories.data ?? []
  const tree = categoryTree(known)
  const chosen = tree.find(({ category }) => category.id === query.category)
  const shown = messages.data?.filter(({ categoryId }) => !chosen || chosen.ids.has(categoryId ?? ''))
  const ofMessages = messageKind(shelf, known, chosen?.category)
  const ofCategories = categoryKind(shelf, tree, messages.data ?? [])
  const views = (
    <Group gap="xs">
      {mayShare && mayKeep && (
        <SegmentedControl
          aria-label="Whose"
          classNames={{ root: panel.segments ?? '' }}
          value={shelf}
          onChange={(next) => changeQuery({ ...fresh, shelf: next === 'public' ? undefined : next })}
          data={[
            { value: 'public', label: 'Shared' },
            { value: 'private', label: 'Mine' },
          ]}
        />
      )}
      <SegmentedControl
        aria-label="View"
        classNames={{ root: panel.segments ?? '' }}
        value={isCategories ? 'categories' : 'messages'}
        onChange={(next) => changeQuery({ ...fresh, view: next === 'messages' ? undefined : next })}
        data={[
          { value: 'messages', label: 'Messages' },
          { value: 'categories', label: 'Categories' },
        ]}
      />
    </Group>
  )
  return (
    <Page
      title="Canned messages"
      sentence={
        shelf === 'public'
          ? 'Answers that every agent can send with a few keys.'
          : 'Answers that only you can see and send.'
      }
      action={<AddButton kind={isCategories ? ofCategories : ofMessages} />}
    >
      {isCategories ? (
        <ResourceList
          key={`${shelf} categories`}
          kind={ofCategories}
          query={categories}
          filters={views}
          drawer={(category, close) => (
            <CategoryForm shelf={shelf} category={category} categories={known} onClose={close} />
          )}
        />
      ) : (
        <div className={classes.beside} data-alone={tree.length === 0 || undefined}>
          {tree.length > 0 && (
            <CategoryTree
              tree={tree}
              messages={messages.data ?? []}
              current={chosen?.category.id}
              onChoose={(id) => changeQuery({ category: id })}
            />
          )}
          <ResourceList
            key={shelf}
            kind={ofMessages}
            query={{ ...messages, data: shown }}
            filters={views}
            drawer={(message, close) => (
              <CannedMessageForm
                shelf={shelf}
                message={message}
                categories={known}
                {...(chosen ? { place: chosen.category.id } : {})}
                onClose={close}
              />
            )}
          />
        </div>
      )}
    </Page>
  )
}
