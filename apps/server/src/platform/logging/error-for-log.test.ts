import { DrizzleQueryError } from 'drizzle-orm'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { errorForLog } from './error-for-log.ts'

/** What a log line holds of an error. */
function logged(err: unknown): string {
  const lines: string[] = []
  const log = pino({ serializers: { err: errorForLog } }, { write: (text: string) => void lines.push(text) })
  log.error({ err }, 'unhandled')
  return lines.join('')
}

const ofDriver = Object.assign(new Error('value too long'), {
  code: '22001',
  detail: 'Failing row contains (Ann Secret)',
})

test('a failed statement is logged without its values', () => {
  const line = logged(new DrizzleQueryError('insert into visitors values ($1)', ['Ann Secret\n    at x'], ofDriver))
  expect(line).not.toContain('Ann Secret')
  expect(line).toContain('insert into visitors values ($1)')
  expect(line).toContain('value too long')
  expect(line).toContain('error-for-log.test.ts')
})

test('so are what it caused, and what the driver says itself', () => {
  const failed = new DrizzleQueryError('select $1', ['Ann Secret'], ofDriver)
  expect(logged(new Error('the job failed', { cause: failed }))).not.toContain('Ann Secret')
  const line = logged(ofDriver)
  expect(line).not.toContain('Ann Secret')
  expect(JSON.parse(line).err).toMatchObject({ message: 'value too long', code: '22001' })
})

test('what is no error stays as it is', () => {
  expect(JSON.parse(logged('a word')).err).toBe('a word')
})
