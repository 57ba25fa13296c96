import pg from 'pg'

/** Where the rows of long lists are, and by what they go; the last key is the id. */
const ORDERS: Readonly<Record<string, { from: string; keys: readonly string[]; isDescending: boolean }>> = {
  agents: { from: 'agents', keys: ['id'], isDescending: false },
  'agents of a role': { from: 'agent_roles', keys: ['agent_id'], isDescending: false },
  contacts: { from: 'contacts', keys: ['id'], isDescending: true },
  visitors: { from: 'visitors', keys: ['last_visit_time', 'id'], isDescending: true },
  'audit log': { from: 'audit_logs', keys: ['id'], isDescending: true },
  'offline messages': { from: 'offline_messages', keys: ['created_time', 'id'], isDescending: true },
  chats: { from: "chats where state = 'ended' and", keys: ['requested_time', 'id'], isDescending: true },
}

/** How PostgreSQL cuts the page in the middle of each list: behind a row, as page links do, and by its number. */
export async function listPlans(databaseUrl: string, siteId: number, roleId: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const explain = async (statement: string) => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers, costs off) ${statement}`)
    return rows.map((row) => `    ${row['QUERY PLAN']}`).join('\n')
  }
  const texts: string[] = []
  try {
    for (const [name, { from, keys, isDescending }] of Object.entries(ORDERS)) {
      const where = from.endsWith('and') ? `${from} site_id = ${siteId}` : `${from} where site_id = ${siteId}`
      const own = name === 'agents of a role' ? `${where} and role_id = ${client.escapeLiteral(roleId)}` : where
      const order = keys.map((key) => `${key} ${isDescending ? 'desc' : 'asc'}`).join(', ')
      const id = keys.at(-1)
      const count = await client.query<{ count: number }>(`select count(*)::int as count from ${own}`)
      const middle = Math.floor((count.rows[0]?.count ?? 0) / 2)
      const row = `select ${keys.join(', ')} from ${own} order by ${order} limit 1 offset ${middle}`
      const named = (await client.query({ text: row, rowMode: 'array' })).rows[0] as unknown[]
      const values = named.map((value) =>
        client.escapeLiteral(value instanceof Date ? value.toISOString() : String(value)),
      )
      const beyond = `(${keys.join(', ')}) ${isDescending ? '<' : '>'} (${values.join(', ')})`
      texts.push(
        `${name}, behind a row:\n${await explain(`select ${id} from ${own} and ${beyond} order by ${order} limit 50`)}`,
        `${name}, by number:\n${await explain(`select ${id} from ${own} order by ${order} limit 50 offset ${middle}`)}`,
      )
    }
  } finally {
    await client.end()
  }
  return texts.join('\n')
}
