import type { Shape } from '@parley/contract'
import { describe, expect, test } from 'vitest'
import { permissionsFromRoles } from '../src/panel/agents/permissions-from-roles.ts'
import { auditFilter } from '../src/panel/audit-log/audit-filter.ts'
import { propertyNames } from '../src/panel/audit-log/audit-words.ts'
import type { Category } from '../src/panel/canned-messages/canned-messages.queries.ts'
import { TOP } from '../src/panel/canned-messages/category-paths.ts'
import { categoryTree } from '../src/panel/canned-messages/category-tree.ts'
import { newestFirst } from '../src/panel/contacts/newest-first.ts'
import { groupsFor } from '../src/panel/navigation.ts'
import { copyDay, type Day, type Hours, refusedRow, weekHours, workDays } from '../src/panel/shifts/shift-hours.ts'

const hours = (dayOfWeek: Day, startTime: string, endTime: string): Hours => ({
  dayOfWeek,
  startTime,
  endTime,
  awayStatusId: null,
})

describe('a shift’s week', () => {
  test('makes other days like one of them, and leaves that one as it is', () => {
    const week = [
      hours('monday', '08:00', '12:00'),
      hours('tuesday', '10:00', '11:00'),
      hours('sunday', '9:00', '9:30'),
    ]
    const copied = copyDay(week, 'monday', workDays)
    expect(copied.filter(({ startTime }) => startTime === '08:00').map(({ dayOfWeek }) => dayOfWeek)).toEqual(workDays)
    expect(copied.some(({ startTime }) => startTime === '10:00')).toBe(false)
    expect(copied).toContainEqual(hours('sunday', '9:00', '9:30'))
  })

  test('a free day copied frees the others', () => {
    expect(copyDay([hours('tuesday', '10:00', '11:00')], 'monday', workDays)).toEqual([])
  })

  test('counts hours over midnight', () => {
    expect(weekHours([hours('monday', '22:00', '06:00'), hours('friday', '20:00', '00:00')])).toBe('12 h')
    expect(weekHours([hours('monday', '09:00', '13:15')])).toBe('4.3 h')
  })

  test('knows the row of a refusal', () => {
    expect(refusedRow('holidays', "Parameter 'holidays[3].date' must be a date.")).toBe(3)
    expect(refusedRow('workingHours', "Parameter 'workingHours.endTime' must differ from the start.")).toBeUndefined()
    expect(refusedRow('workingHours', undefined)).toBeUndefined()
  })
})

describe('the tree of categories', () => {
  const category = (id: string, name: string, parentId: string): Category =>
    ({ id, name, parentId, agentId: 1 }) as Category

  test('puts each below its parent, by name, with all that lie inside it', () => {
    const lines = categoryTree([category('c', 'Zoo', TOP), category('a', 'Prices', 'b'), category('b', 'Sales', TOP)])
    expect(lines.map(({ category: { name }, depth }) => `${depth} ${name}`)).toEqual(['0 Sales', '1 Prices', '0 Zoo'])
    expect([...(lines[0]?.ids ?? [])]).toEqual(['b', 'a'])
  })

  test('loses nothing whose parent is not there', () => {
    expect(categoryTree([category('a', 'Orphan', 'gone')])).toMatchObject([{ depth: 0, category: { id: 'a' } }])
  })
})

describe('the filter of the audit log', () => {
  test('ends after the last day that was chosen', () => {
    const { dateFrom, dateTo } = auditFilter({ from: '2026-03-01', to: '2026-03-01' })
    expect(Date.parse(dateTo ?? '') - Date.parse(dateFrom ?? '')).toBe(24 * 3_600_000)
  })

  test('leaves out what an old or mistyped link holds', () => {
    expect(auditFilter({ category: 'gossip', agent: 'anna', from: 'tomorrow', search: '' })).toEqual({})
    expect(auditFilter({ category: 'liveChat', agent: '7', search: 'role' })).toEqual({
      category: 'liveChat',
      agentId: 7,
      keywords: 'role',
    })
  })

  test('tells names of properties from other details', () => {
    expect(propertyNames('name, isAvailableInChat')).toEqual(['name', 'isAvailableInChat'])
    expect(propertyNames('From 10.0.0.1, refused')).toBeUndefined()
  })
})

test('a permission that several roles give names all of them', () => {
  const from = permissionsFromRoles([
    { name: 'Sales', permissionIds: [201, 209] },
    { name: 'Lead', permissionIds: [209] },
  ])
  expect([from.get(201), from.get(209), from.get(101)]).toEqual(['from Sales', 'from Sales, Lead', undefined])
})

test('a chat that was found by two addresses is shown once, the latest first', () => {
  const chat = (id: string, requestedTime: string) => ({ id, requestedTime }) as Shape<'Chat'>
  const [old, late] = [chat('a', '2026-01-01T00:00:00Z'), chat('b', '2026-02-01T00:00:00Z')]
  expect(newestFirst([old, late, old])).toEqual([late, old])
})

test('the menu holds what one may open, and a task without pages is left out', () => {
  const nobody = { isAdmin: false, permissions: [] }
  const paths = (who: Parameters<typeof groupsFor>[0]) =>
    groupsFor(who).flatMap(({ links }) => links.map(({ path }) => path))
  expect(paths(nobody)).toContain('contacts')
  expect(paths(nobody)).not.toContain('agents')
  expect(groupsFor(nobody).some(({ label }) => label === 'People')).toBe(false)
  // Either shelf of canned messages opens the page.
  expect(paths({ isAdmin: false, permissions: ['Manage Private Canned Messages'] })).toContain('canned-messages')
  expect(paths({ isAdmin: true, permissions: [] })).toContain('audit-log')
})
