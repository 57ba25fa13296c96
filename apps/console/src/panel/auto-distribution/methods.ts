import type { Method } from './auto-distribution.queries.ts'

/** The methods in words; the ids are spelled as the API spells them. */
export const methods: readonly { readonly id: Method; readonly label: string; readonly note: string }[] = [
  {
    id: 'loadBanlancing',
    label: 'Load balancing',
    note: 'To whoever has the fewest chats; when nobody chats, to whoever has waited longest.',
  },
  { id: 'roundRobin', label: 'Round robin', note: 'One after the other, in the order in which agents came online.' },
  {
    id: 'capabilityWeighted',
    label: 'By capacity',
    note: 'To whoever is least busy compared with their own limit.',
  },
]
