import type { CallInput } from '@parley/client'
import type { Shape } from '@parley/contract'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { api, queryKey } from '../../app/api.ts'
import { newestFirst } from './newest-first.ts'

type Chat = Shape<'Chat'>

/** What the API finds a contact's chats by. */
type Way = Pick<NonNullable<CallInput<'chats.list'>['query']>, 'conditions' | 'visitorId'>

/** Without a range the API lists today only; nothing is older than the product. */
const LONG_AGO = '2020-01-01T00:00:00Z'
/** More are found in the history. */
const MOST_SHOWN = 50

/**
 * The latest chats of a contact. The API finds chats by the address a visitor gave or by the visitor, and knows no “or”:
 * each address is asked for, and what comes is put together, newest first.
 */
export function useContactChats(contact: Shape<'Contact'>): UseQueryResult<Chat[]> {
  const ways = (contact.contactIdentities ?? []).flatMap(({ type, value }): Way[] => {
    if (type === 'email') return [{ conditions: [{ field: 'email', operate: 'is', value }] }]
    return type === 'visitor' ? [{ visitorId: value }] : []
  })
  return useQuery({
    queryKey: [...queryKey('chats.list'), 'of contact', contact.id, ways],
    queryFn: async () => {
      const range = { timeFrom: LONG_AGO, pageSize: MOST_SHOWN }
      const answers = await Promise.all(ways.map((way) => api.call('chats.list', { query: { ...range, ...way } })))
      return newestFirst(answers.flatMap(({ chats }) => chats)).slice(0, MOST_SHOWN)
    },
  })
}
