import { IconFolder, IconMessage2Bolt } from '@tabler/icons-react'
import { NameCell, TextCell } from '../ui/cells.tsx'
import type { ResourceKind } from '../ui/resource-page.tsx'
import type { CannedMessage, Category, Shelf } from './canned-messages.queries.ts'
import { categoryPath } from './category-paths.ts'
import type { CategoryLine } from './category-tree.ts'

const byName = { key: 'name', isDescending: false }

/** The canned messages of a shelf as a list; of one category when one is chosen. */
export function messageKind(
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

/** The categories of a shelf as a list that shows their tree. */
export function categoryKind(
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
