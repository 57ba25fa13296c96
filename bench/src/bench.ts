// npm run bench: measures the server beside limit servers in the same run. It prints, it never judges.
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { login } from '@parley/client'
import { measureConnections } from './sections/connections.ts'
import { measureLists } from './sections/lists.ts'
import { measureMessages } from './sections/messages.ts'
import { measureRecords } from './sections/records.ts'
import { measureAgents, measureChats, measureToken } from './sections/rest.ts'
import type { Arena, Row } from './sections/section.ts'
import { ratioOf } from './sections/section.ts'
import { startChild } from './shared/child.ts'
import { startDatabase } from './shared/database.ts'
import { startOwnServer } from './shared/own-server.ts'
import { adminApi, firstCampaign } from './shared/staff.ts'
import { tableOf } from './table.ts'

/** Memory first, while the server is fresh; what fills the database last. */
const SECTIONS: Readonly<Record<string, (arena: Arena) => Promise<Row[]>>> = {
  connections: measureConnections,
  token: measureToken,
  agents: measureAgents,
  messages: measureMessages,
  chats: measureChats,
  lists: measureLists,
  records: measureRecords,
}

const USAGE = `Usage: npm run bench -- [--only ${Object.keys(SECTIONS).join(',')}] [--chats 20000] [--json]

lists and records fill the database first, which takes a while; they run only when they are named.`

/** What runs when nothing is named. */
const USUAL = Object.keys(SECTIONS).filter((name) => name !== 'lists' && name !== 'records')

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      chats: { type: 'string', default: '20000' },
      json: { type: 'boolean', default: false },
    },
  })
  const names = values.only?.split(',') ?? USUAL
  const chats = Number(values.chats)
  if (!Number.isInteger(chats) || chats < 1) throw new Error(USAGE)
  if (names.some((name) => !(name in SECTIONS))) throw new Error(USAGE)
  const closing: (() => Promise<void>)[] = []
  const opened = <T extends { stop(): Promise<void> }>(server: T): T => {
    closing.unshift(() => server.stop())
    return server
  }
  try {
    const arena = await openArena(opened, chats)
    const rows: Row[] = []
    for (const name of names) {
      const start = performance.now()
      rows.push(...((await SECTIONS[name]?.(arena)) ?? []))
      console.error(`${name}: measured in ${Math.round((performance.now() - start) / 1000)} s`)
    }
    if (values.json)
      console.log(
        JSON.stringify(
          rows.map((row) => ({ ...row, ratio: ratioOf(row) })),
          null,
          2,
        ),
      )
    else console.log(`\n${tableOf(rows)}`)
  } finally {
    for (const close of closing) await close()
  }
}

async function openArena(opened: <T extends { stop(): Promise<void> }>(server: T) => T, chats: number): Promise<Arena> {
  const database = opened(await startDatabase())
  const env = { DATABASE_URL: database.url }
  const target = opened(await startOwnServer({ ...env, PARLEY_SECRET_KEY: randomBytes(32).toString('hex') }))
  const bareHttp = opened(await startChild('bench/src/limits/http-server.ts', { env, readyPath: '/ready' }))
  const api = adminApi(target)
  return {
    target,
    api,
    token: await login(target),
    campaignId: await firstCampaign(api),
    databaseUrl: database.url,
    chats,
    bareHttp,
    async withRelay(kind, act) {
      const relayEnv = { DATABASE_URL: kind === 'durable' ? database.url : '' }
      const relay = await startChild('bench/src/limits/relay-server.ts', { env: relayEnv, readyPath: '/' })
      return act(relay).finally(() => relay.stop())
    },
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(2)
})
