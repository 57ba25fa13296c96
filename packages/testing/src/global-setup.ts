import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrateDatabase, openDatabase, startEmbeddedPostgres } from '@parley/server'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { withDatabase } from './database-url.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** a database server of the tests' own; the database it names is the migrated template */
    databaseServer: string
  }
}

/** Starts one PostgreSQL for all tests and migrates the template that every worker's database is copied from. */
export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-test-'))
  const quiet = () => undefined
  const server = await startEmbeddedPostgres({ dataDir, log: quiet })
  const admin = new pg.Client(server.url)
  await admin.connect()
  await admin.query('create database template_parley')
  await admin.end()
  const template = withDatabase(server.url, 'template_parley')
  const database = openDatabase(template, { onError: quiet })
  await migrateDatabase(database)
  await database.close()
  project.provide('databaseServer', server.url)
  return async () => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
