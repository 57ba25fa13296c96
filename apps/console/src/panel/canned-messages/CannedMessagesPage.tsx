import { Group, SegmentedControl } from '@mantine/core'
import { IconFolder, IconMessage2Bolt } from '@tabler/icons-react'
import { useUrlQuery } from '../../app/area.tsx'
import { Page } from '../../ui/page.tsx'
import { useMay } from '../ui/access.tsx'
import { NameCell, TextCell } from '../ui/cells.tsx'
import panel from '../ui/panel-ui.module.css'
import { AddButton, type ResourceKind, ResourceList } from '../ui/resource-page.tsx'
import { CannedMessageForm } from './CannedMessageForm.tsx'
import { CategoryForm } from './CategoryForm.tsx'
import { CategoryTree } from './CategoryTree.tsx'
import classes from './canned-messages.module.css'
import {
  type CannedMessage,
  type Category,
  type Shelf,
  useCannedMessages,
  useCategories,
} from './canned-messages.queries.ts'
import { categoryPath } from './category-paths.ts'
import { type CategoryLine, categoryTree } from './category-tree.ts'

/** What of the address belongs to one list and not to the next. */
const fresh = { open: undefined, search: undefined, sort: undefined, category: undefined }

const byName = { key: 'name', isDescending: false }

function messageKind(
  shelf: Shelf,
  categories: readonly Category[],
  chosen: Category | undefined,
): ResourceKind<CannedMessage> {
  const place = (message: CannedMessage) => categoryPath(message.categoryId, categories)
  return {
    label: 'Canned messages',
    noun: 'canned message',
    list: `${shelf}CannedMessages.list`,
    create: `${shelf}CannedMessages.create`,
    searchText: (each) => `${each.name} ${each.message} ${each.shortcuts ?? ''} ${place(each)}`,
    sort: byName,
    columns: [
      {
        key: 'name',
        header: 'Message',
        sortBy: ({ name }) => name,
        render: ({ name, message }) => <NameCell name={name} note={message} />,
      },
      {
        key: 'place',
        header: 'Category',
        width: 220,
        hideBelow: 'sm',
        sortBy: place,
        render: (each) => <TextCell>{place(each)}</TextCell>,
      },
      {
        key: 'shortcut',
        header: 'Shortcut',
        width: 140,
        hideBelow: 'md',
        render: ({ shortcuts }) => <TextCell>{shortcuts}</TextCell>,
      },
    ],
    empty: chosen
      ? {
          icon: IconMessage2Bolt,
          title: `Nothing in “${chosen.name}” yet`,
          text: 'Canned messages that lie in this category, or inside it, are shown here.',
        }
      : {
          icon: IconMessage2Bolt,
          title: shelf === 'public' ? 'No shared canned messages yet' : 'No canned messages of your own yet',
          text: 'Write an answer once, and everybody gives it in the same good words.',
        },
  }
}

function categoryKind(
  shelf: Shelf,
  tree: readonly CategoryLine[],
  messages: readonly CannedMessage[],
): ResourceKind<Category> {
  const categories = tree.map(({ category }) => category)
  const depths = new Map(tree.map(({ category, depth }) => [category.id, depth]))
  const countIn = (id: string) => messages.filter(({ categoryId }) => categoryId === id).length
  return {
    label: 'Categories',
    noun: 'category',
    list: `${shelf}CannedMessageCategories.list`,
    create: `${shelf}CannedMessageCategories.create`,
    searchText: ({ id }) => categoryPath(id, categories),
    sort: byName,
    columns: [
      {
        key: 'name',
        header: 'Category',
        sortBy: ({ id }) => categoryPath(id, categories),
        render: ({ id, name }) => (
          <div style={{ paddingLeft: (depths.get(id) ?? 0) * 24 }}>
            <NameCell name={name} leading={<IconFolder size={18} stroke={1.6} />} />
          </div>
        ),
      },
      {
        key: 'messages',
        header: 'Messages',
        width: 120,
        align: 'right',
        sortBy: ({ id }) => countIn(id),
        render: ({ id }) => countIn(id),
      },
    ],
    empty: {
      icon: IconFolder,
      title: 'No categories yet',
      text: 'Sort canned messages by subject, so that a long list stays easy to look through.',
    },
  }
}

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
