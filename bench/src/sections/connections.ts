import { randomUUID } from 'node:crypto'
import { bytesPerVisitor } from '../load/idle.ts'
import type { Arena, Row } from './section.ts'

const VISITORS = 2_000
const GIGABYTE = 2 ** 30

/** How many connected visitors fit into a gigabyte. */
export async function measureConnections({ target, campaignId, withRelay }: Arena): Promise<Row[]> {
  const ours = await bytesPerVisitor({ ...target, campaignId }, target, VISITORS)
  const limit = await withRelay('bare', (relay) =>
    bytesPerVisitor({ url: relay.url, siteId: 1, campaignId: randomUUID() }, relay, VISITORS),
  )
  const against = 'ws relay in memory'
  return [
    {
      name: 'connections per GB',
      unit: '',
      ours: GIGABYTE / ours,
      limit: GIGABYTE / limit,
      against,
      isBetter: 'more',
    },
    { name: 'memory per connection', unit: 'kB', ours: ours / 1024, limit: limit / 1024, against, isBetter: 'less' },
  ]
}
