import { ActionIcon, Button, Tooltip } from '@mantine/core'
import type { Shape } from '@parley/contract'
import { IconApps, IconPlus, IconTrash } from '@tabler/icons-react'
import { useConfirm } from '../../ui/confirm.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import { Gate, useMay } from '../ui/access.tsx'
import { NameCell } from '../ui/cells.tsx'
import { useOpenItem } from '../ui/use-open-item.ts'
import { useDeleteOAuthClient, useOAuthClients } from './api-keys.queries.ts'
import { ListBlock } from './ListBlock.tsx'
import { OAuthClientForm } from './OAuthClientForm.tsx'

type OAuthClient = Shape<'OAuthClient'>

const NEW = 'new-application'

/** Applications of others that agents may let act for them. */
export function OAuthClientList() {
  const mayChange = useMay('oauthClients.create')
  const clients = useOAuthClients(useMay('oauthClients.list'))
  const remove = useDeleteOAuthClient()
  const item = useOpenItem()
  const [confirm, confirmModal] = useConfirm()

  const askToDelete = ({ id, name }: OAuthClient) =>
    confirm({
      title: `Delete the application “${name}”?`,
      consequence: 'All its tokens end at once, and agents can no longer sign in to it with Parley.',
      confirmLabel: 'Delete application',
      onConfirm: async () => {
        await remove.mutateAsync({ params: { id } })
        toastDone(`Deleted “${name}”`)
      },
    })

  const columns: readonly Column<OAuthClient>[] = [
    {
      key: 'name',
      header: 'Name',
      sortBy: ({ name }) => name,
      render: ({ name, redirectUris }) => <NameCell name={name} note={redirectUris.join(' · ')} />,
    },
    {
      key: 'clientId',
      header: 'Client id',
      width: 400,
      hideBelow: 'sm',
      render: ({ clientId }) => <CopyText value={clientId} />,
    },
    {
      key: 'delete',
      header: '',
      width: 60,
      align: 'right',
      render: (client) => (
        <Tooltip label="Delete">
          <ActionIcon aria-label={`Delete ${client.name}`} onClick={() => askToDelete(client)}>
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      ),
    },
  ]

  const add = mayChange && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => item.open(NEW)}>
      Register application
    </Button>
  )
  return (
    <ListBlock
      title="OAuth applications"
      sentence="Applications of others that send your agents here, to ask whether they may act for them (authorization code with PKCE)."
      action={clients.data?.length ? add : null}
    >
      <Gate needs="oauthClients.list">
        <DataTable
          label="OAuth applications"
          columns={columns}
          rows={clients.data}
          isLoading={clients.isPending}
          error={clients.error}
          onRetry={() => void clients.refetch()}
          rowKey={({ id }) => id}
          initialSort={{ key: 'name', isDescending: false }}
          empty={
            <EmptyState icon={IconApps} title="No applications yet" action={add} isCompact>
              Register one, and agents can sign in to it with Parley without giving it their password.
            </EmptyState>
          }
        />
      </Gate>
      {item.id === NEW && mayChange && <OAuthClientForm onClose={item.close} />}
      {confirmModal}
    </ListBlock>
  )
}
