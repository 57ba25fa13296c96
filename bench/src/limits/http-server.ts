// The least that can answer the same requests: Fastify and pg with the same queries, without rights, checks or schema.
import { verify } from '@node-rs/argon2'
import fastify from 'fastify'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 })
const server = fastify()
const { privateKey, publicKey } = await generateKeyPair('RS256')

/** Planned once: best for statements whose plan does not depend on the values. */
async function prepared<T extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<T[]> {
  return (await pool.query<T>({ name, text, values })).rows
}

/** Planned anew for its values: twice as fast over a time range. */
async function planned<T extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<T[]> {
  return (await pool.query<T>(text, values)).rows
}

function grouped<T extends { id: unknown }>(found: readonly T[]): Map<unknown, T[]> {
  return Map.groupBy(found, (row) => row.id)
}

server.get('/ready', () => exportJWK(publicKey))

server.post('/token', async (request) => {
  const { email, password, siteId } = request.body as { email: string; password: string; siteId: number }
  const text = 'select id, password_hash from agents where site_id = $1 and lower(email) = lower($2)'
  const [agent] = await prepared<{ id: number; password_hash: string }>('login', text, [siteId, email])
  if (!agent || !(await verify(agent.password_hash, password))) throw new Error('wrong login')
  const token = await new SignJWT({ agentId: agent.id, siteId })
    .setProtectedHeader({ alg: 'RS256' })
    .setExpirationTime('2h')
    .sign(privateKey)
  return { token }
})

server.get('/agents', async () => {
  const [[total], agents] = await Promise.all([
    prepared<{ count: string }>('agent-count', 'select count(*) from agents where site_id = $1', [10000]),
    prepared<{ id: number }>('agents', 'select * from agents where site_id = $1 order by id limit 10', [10000]),
  ])
  const ids = agents.map(({ id }) => id)
  const links = (column: string, table: string) =>
    prepared<{ id: number; link: unknown }>(
      table,
      `select agent_id as id, ${column} as link from ${table} where site_id = $1 and agent_id = any($2)`,
      [10000, ids],
    ).then(grouped)
  const [roles, departments, permissions] = await Promise.all([
    links('role_id', 'agent_roles'),
    links('department_id', 'department_agents'),
    links('permission_id', 'agent_permissions'),
  ])
  return {
    count: Number(total?.count),
    agents: agents.map((agent) => ({
      ...agent,
      roleIds: roles.get(agent.id)?.map(({ link }) => link) ?? [],
      departmentIds: departments.get(agent.id)?.map(({ link }) => link) ?? [],
      permissionIds: permissions.get(agent.id)?.map(({ link }) => link) ?? [],
    })),
  }
})

server.get('/chats', async (request) => {
  const { timeFrom, timeTo } = request.query as { timeFrom: string; timeTo: string }
  const range = [10000, timeFrom, timeTo]
  const where = `from chats where site_id = $1 and state = 'ended' and requested_time >= $2 and requested_time < $3`
  const [[total], chats] = await Promise.all([
    planned<{ count: string }>(`select count(*) ${where}`, range),
    planned<{ id: string }>(`select * ${where} order by requested_time desc, id desc limit 50`, range),
  ])
  const ids = chats.map(({ id }) => id)
  const events = `select chat_id as id, type, sender_name, sent_time, content from chat_events
    where site_id = $1 and chat_id = any($2) order by chat_id, seq`
  const agents = 'select chat_id as id, agent_id from chat_agents where site_id = $1 and chat_id = any($2)'
  const [messages, members] = await Promise.all([
    prepared<{ id: string }>('events', events, [10000, ids]).then(grouped),
    prepared<{ id: string; agent_id: number }>('members', agents, [10000, ids]).then(grouped),
  ])
  return {
    totalCount: Number(total?.count),
    chats: chats.map((chat) => ({
      ...chat,
      messages: messages.get(chat.id) ?? [],
      agentIds: members.get(chat.id)?.map((row) => row.agent_id) ?? [],
    })),
  }
})

await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
process.on('SIGTERM', () => process.exit(0))
