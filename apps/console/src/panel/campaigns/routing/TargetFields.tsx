import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import panel from '../../ui/panel-ui.module.css'
import { isNamed, type Priority, priorityWords, type Target, type TargetKind } from './targets.ts'
import { useTargets } from './use-targets.ts'

const kinds: readonly { readonly value: TargetKind; readonly label: string }[] = [
  { value: 'anybody', label: 'Anybody' },
  { value: 'department', label: 'A department' },
  { value: 'agent', label: 'An agent' },
  { value: 'offlineMessage', label: 'Nobody: an offline message' },
]
const priorities = Object.entries(priorityWords).map(([value, label]) => ({ value, label }))

interface TargetFieldsProps {
  readonly target: Target
  readonly onTarget: (target: Target) => void
  readonly priority: Priority
  readonly onPriority: (priority: Priority) => void
  /** Whether a chat can be turned into an offline message. */
  readonly hasOffline?: boolean
  readonly error?: ReactNode
}

/** Whom chats go to, and how urgent they are in the queue. */
export function TargetFields(props: TargetFieldsProps) {
  const { target, onTarget, priority, onPriority, hasOffline = false, error } = props
  const { choices, wordsOf } = useTargets()
  const { kind, id } = target
  const named = isNamed(kind) ? choices[kind] : undefined
  // What may not be listed stays chosen.
  const hidden = id && named && !named.some(({ value }) => value === id) ? [{ value: id, label: wordsOf(target) }] : []
  return (
    <div className={panel.fields}>
      <div className={panel.row}>
        <Select
          label="Chats go to"
          data={kinds.filter(({ value }) => hasOffline || value !== 'offlineMessage')}
          allowDeselect={false}
          value={kind}
          onChange={(next) => next && onTarget({ kind: next as TargetKind, id: '' })}
        />
        {named && (
          <Select
            label={kind === 'agent' ? 'Agent' : 'Department'}
            placeholder="Choose one"
            withAsterisk
            searchable
            allowDeselect={false}
            data={[...named, ...hidden]}
            value={id || null}
            onChange={(next) => onTarget({ kind, id: next ?? '' })}
            error={error}
          />
        )}
      </div>
      {kind !== 'offlineMessage' && (
        <Select
          label="Priority in the queue"
          maw={240}
          data={priorities}
          allowDeselect={false}
          value={priority}
          onChange={(next) => next && onPriority(next as Priority)}
        />
      )}
    </div>
  )
}
