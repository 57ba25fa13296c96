import { Modal, Text, TextInput } from '@mantine/core'
import type { ChatSummaryShape } from '@parley/contract'
import { IconBuilding, IconSearch, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiQuery } from '../../app/api.ts'
import { errorMessage } from '../../lib/errors.ts'
import { transferChat } from '../../realtime/actions.ts'
import { visitorName } from '../../realtime/chat-lists.ts'
import { useStore } from '../../realtime/store.ts'
import { linkStore } from '../../realtime/stores.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { EmptyState, SkeletonLines } from '../../ui/states.tsx'
import { agentTone } from '../../ui/status-dot.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import classes from './transfer-modal.module.css'

interface TransferModalProps {
  readonly chat: ChatSummaryShape
  readonly isOpen: boolean
  readonly onClose: () => void
}

interface Target {
  readonly key: string
  readonly name: string
  readonly hint: string
  readonly status?: string
  readonly to: { readonly agentId: number } | { readonly departmentId: string }
}

/** Chooses who takes the chat over: an agent, or whoever is free in a department. */
export function TransferModal({ chat, isOpen, onClose }: TransferModalProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={<Text fw={600}>Transfer the chat with {visitorName(chat)}</Text>}
      size="md"
    >
      {isOpen && <Targets chat={chat} onDone={onClose} />}
    </Modal>
  )
}

function Targets({ chat, onDone }: { readonly chat: ChatSummaryShape; readonly onDone: () => void }) {
  const { targets, isPending } = useTargets()
  const [query, setQuery] = useState('')
  const [busyKey, setBusyKey] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const found = targets.filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase()))

  const transfer = async (target: Target) => {
    setBusyKey(target.key)
    setProblem(null)
    try {
      await transferChat(chat.id, target.to)
      toastDone(`Transferred to ${target.name}`)
      onDone()
    } catch (error) {
      setProblem(errorMessage(error))
      setBusyKey(null)
    }
  }
  return (
    <>
      <FormErrors message={problem} />
      <TextInput
        data-autofocus
        aria-label="Search agents and departments"
        placeholder="Search agents and departments"
        leftSection={<IconSearch size={16} />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          const only = found[0]
          if (event.key === 'Enter' && only) void transfer(only)
        }}
      />
      <div className={classes.list}>
        {isPending && <SkeletonLines count={3} height={32} />}
        {found.map((target) => (
          <button
            key={target.key}
            type="button"
            className={classes.target}
            disabled={busyKey !== null}
            aria-busy={busyKey === target.key}
            onClick={() => void transfer(target)}
          >
            {target.status === undefined ? (
              <span className={classes.glyph}>
                <IconBuilding size={18} stroke={1.6} />
              </span>
            ) : (
              <Avatar name={target.name} size={32} shape="square" tone={agentTone(target.status)} />
            )}
            <span className={classes.words}>
              <span className={classes.name}>{target.name}</span>
              <span className={classes.hint}>{target.hint}</span>
            </span>
          </button>
        ))}
        {!isPending && found.length === 0 && (
          <EmptyState icon={IconUsers} title={query ? 'Nobody matches' : 'Nobody to transfer to'} isCompact>
            Other agents appear here when they are online.
          </EmptyState>
        )}
      </div>
    </>
  )
}

/** Colleagues (those online first) and departments. */
function useTargets(): { targets: Target[]; isPending: boolean } {
  const me = useStore(linkStore, (link) => link.agentId)
  const colleagues = useApiQuery('parley.colleagues', undefined, { staleMs: 0 })
  const people = (colleagues.data?.agents ?? [])
    .filter(({ agentId }) => agentId !== me)
    .map(({ agentId, displayName, status, ongoingChats }): Target => {
      const hint =
        status === 'Offline' ? status : `${status} · ${ongoingChats === 1 ? '1 chat' : `${ongoingChats} chats`}`
      return { key: `a${agentId}`, name: displayName, hint, status, to: { agentId } }
    })
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
  const groups = (colleagues.data?.departments ?? []).map(
    ({ id, name, agentIds }): Target => ({
      key: `d${id}`,
      name,
      hint: `Department · ${agentIds.length === 1 ? '1 agent' : `${agentIds.length} agents`}`,
      to: { departmentId: id },
    }),
  )
  return {
    targets: [
      ...people.filter((target) => rank(target) < 2),
      ...groups,
      ...people.filter((target) => rank(target) === 2),
    ],
    isPending: colleagues.isPending,
  }
}

function rank({ status }: Target): number {
  if (status === 'Online') return 0
  return status === 'Offline' ? 2 : 1
}
