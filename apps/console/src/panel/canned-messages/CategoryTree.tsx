import { NativeSelect } from '@mantine/core'
import { IconFolder, IconStack2 } from '@tabler/icons-react'
import classes from './canned-messages.module.css'
import type { CannedMessage } from './canned-messages.queries.ts'
import type { CategoryLine } from './category-tree.ts'

/** Between a name and what shows how deep it lies, in a list that knows no indentation. */
const INDENT = '\u2003'

interface CategoryTreeProps {
  readonly tree: readonly CategoryLine[]
  readonly messages: readonly CannedMessage[]
  /** The category that is shown; undefined shows all messages. */
  readonly current: string | undefined
  readonly onChoose: (id: string | undefined) => void
}

/** The categories beside their messages: choosing one shows what lies in it and below it. On a phone one select. */
export function CategoryTree({ tree, messages, current, onChoose }: CategoryTreeProps) {
  const countIn = (ids: ReadonlySet<string>) => messages.filter(({ categoryId }) => ids.has(categoryId ?? '')).length
  return (
    <nav className={classes.tree} aria-label="Categories">
      <NativeSelect
        className={classes.select ?? ''}
        aria-label="Category"
        value={current ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value || undefined)}
        data={[
          { value: '', label: 'All categories' },
          ...tree.map(({ category, depth }) => ({ value: category.id, label: INDENT.repeat(depth) + category.name })),
        ]}
      />
      <div className={classes.branches}>
        <Branch name="All messages" count={messages.length} isCurrent={!current} onClick={() => onChoose(undefined)} />
        {tree.map(({ category, depth, ids }) => (
          <Branch
            key={category.id}
            name={category.name}
            depth={depth}
            count={countIn(ids)}
            isCurrent={category.id === current}
            onClick={() => onChoose(category.id)}
          />
        ))}
      </div>
    </nav>
  )
}

interface BranchProps {
  readonly name: string
  readonly count: number
  readonly depth?: number
  readonly isCurrent: boolean
  readonly onClick: () => void
}

function Branch({ name, count, depth, isCurrent, onClick }: BranchProps) {
  const Glyph = depth === undefined ? IconStack2 : IconFolder
  return (
    <button
      type="button"
      className={classes.branch}
      style={{ paddingLeft: 10 + (depth ?? 0) * 16 }}
      aria-pressed={isCurrent}
      title={name}
      onClick={onClick}
    >
      <Glyph size={16} stroke={1.6} />
      <span className="p-truncate">{name}</span>
      <span className={classes.count}>{count}</span>
    </button>
  )
}
