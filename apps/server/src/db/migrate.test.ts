import { freshDatabase } from '@parley/testing'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from './db.ts'
import { migrateDatabase, NewerDatabaseError } from './migrate.ts'

async function migratedDatabase() {
  const { url, drop } = await freshDatabase()
  const database = openDatabase(url, { onError: () => undefined, max: 2 })
  onTestFinished(async () => {
    await database.close()
    await drop()
  })
  return database
}

test('a database that is up to date stays as it is', async () => {
  const database = await migratedDatabase()
  await expect(migrateDatabase(database)).resolves.toBeUndefined()
})

test('the database of a newer version is refused, and the next one can still migrate', async () => {
  const database = await migratedDatabase()
  const later = Date.parse('2100-01-01T00:00:00Z')
  await database.pool.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', $1)`, [later])
  const refused = migrateDatabase(database)
  await expect(refused).rejects.toBeInstanceOf(NewerDatabaseError)
  await expect(refused).rejects.toThrow(
    /newer version of Parley \(its last change is of 2100-01-01T00:00:00Z, .*restore the backup/,
  )
  await database.pool.query('delete from drizzle.__drizzle_migrations where created_at = $1', [later])
  await expect(migrateDatabase(database)).resolves.toBeUndefined()
})
