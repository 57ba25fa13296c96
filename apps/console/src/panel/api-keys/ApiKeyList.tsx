import { Button } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { dateTime } from '../../lib/time.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import { NameCell } from '../ui/cells.tsx'
import { sinceWords } from '../ui/since.ts'
import { useOpenItem } from '../ui/use-open-item.ts'
import { ApiKeyForm } from './ApiKeyForm.tsx'
import { useApiKeys, useRevokeApiKey } from './api-keys.queries.ts'
import { ListBlock } from './ListBlock.tsx'
import { NewKeyModal } from './NewKeyModal.tsx'

type ApiKey = Shape<'ApiKey'>

const NEW = 'new-key'

/** The signed-in agent's own API keys. */
export function ApiKeyList() {
  const keys = useApiKeys()
  const revoke = useRevokeApiKey()
  const item = useOpenItem()
  const [made, setMade] = useState<Shape<'NewApiKey'>>()
  const [confirm, confirmModal] = useConfirm()

  const askToRevoke = ({ id, name }: ApiKey) =>
    confirm({
      title: `Revoke the API key “${name}”?`,
      consequence: 'Programs that use it are refused from this moment on. A revoked key cannot be brought back.',
      confirmLabel: 'Revoke key',
      onConfirm: async () => {
        await revoke.mutateAsync({ params: { id } })
        toastDone(`Revoked “${name}”`)
      },
    })

  const columns: readonly Column<ApiKey>[] = [
    {
      key: 'name',
      header: 'Name',
      sortBy: ({ name }) => name,
      render: ({ name, prefix }) => <NameCell name={name} note={`${prefix}_…`} />,
    },
    {
      key: 'used',
      header: 'Last used',
      width: 150,
      hideBelow: 'sm',
      sortBy: ({ lastUsedTime }) => lastUsedTime,
      render: ({ lastUsedTime }) => (lastUsedTime ? sinceWords(lastUsedTime) : 'Never'),
    },
    {
      key: 'created',
      header: 'Created',
      width: 200,
      hideBelow: 'sm',
      sortBy: ({ createdTime }) => createdTime,
      render: ({ createdTime }) => dateTime(createdTime),
    },
    {
      key: 'revoke',
      header: '',
      width: 100,
      align: 'right',
      render: (key) => (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          c="var(--p-red)"
          aria-label={`Revoke ${key.name}`}
          onClick={() => askToRevoke(key)}
        >
          Revoke
        </Button>
      ),
    },
  ]

  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => item.open(NEW)}>
      Create API key
    </Button>
  )
  return (
    <ListBlock
      title="Your API keys"
      sentence="A program with one of your keys acts as you, with the rights you have at the moment."
      action={keys.data?.length ? add : null}
    >
      <DataTable
        label="Your API keys"
        columns={columns}
        rows={keys.data}
        isLoading={keys.isPending}
        error={keys.error}
        onRetry={() => void keys.refetch()}
        rowKey={({ id }) => id}
        initialSort={{ key: 'name', isDescending: false }}
        empty={
          <EmptyState icon={IconKey} title="No API keys yet" action={add} isCompact>
            A key lets a script or an integration use the API without your password.
          </EmptyState>
        }
      />
      {item.id === NEW && <ApiKeyForm onMade={setMade} onClose={item.close} />}
      <NewKeyModal made={made} onClose={() => setMade(undefined)} />
      {confirmModal}
    </ListBlock>
  )
}
