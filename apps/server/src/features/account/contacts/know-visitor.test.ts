import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EngineApp, engineApp } from '../../../../test/engine-app.ts'
import { engineSite } from '../../../../test/engine-site.ts'

let engine: EngineApp
beforeAll(async () => {
  engine = await engineApp()
})
afterAll(() => engine.close())

test('a chat is taken although its request and a change of contacts waited for each other', async () => {
  const { pool } = engine.app.database
  const { siteId, addAgent, addVisitor, request } = await engineSite(engine)
  await addAgent('Anna')
  const visitor = await addVisitor()
  const program = await pool.connect()
  await program.query('begin')
  await program.query('select from visitors where site_id = $1 and id = $2 for update', [siteId, visitor.id])
  const requested = request(visitor, { email: 'carla@example.com' })
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await expect.poll(async () => (await pool.query(waiting)).rowCount).toBe(1)
  const claim = `insert into contact_identities (site_id, id, contact_id, type, value, created_time)
    values ($1, nextval('contact_identity_ids'), 1, 'email', 'Carla@example.com', now())`
  // each has now what the other wants; PostgreSQL stops one of them, as a rule who waited first
  await program.query(claim, [siteId]).catch(() => {})
  await program.query('rollback')
  program.release()
  expect((await requested).state).toBe('active')
  const { rows } = await pool.query('select count(*)::int from contacts where site_id = $1', [siteId])
  expect(rows).toEqual([{ count: 1 }])
})
