import { describe, expect, test } from 'vitest'
import { agentRows, departmentRows, withRow } from '../src/panel/auto-distribution/rows.ts'
import { linkOf, panelGroups } from '../src/panel/navigation.ts'
import { groupPermissions, withPermission } from '../src/panel/permissions/categories.ts'
import { withBox } from '../src/panel/roles/matrix-changes.ts'
import { tokenRequest } from '../src/panel/start/token-request.ts'
import { toBody } from '../src/panel/ui/form-text.ts'
import { changedValues, missingValues } from '../src/panel/ui/form-values.ts'
import { sinceWords } from '../src/panel/ui/since.ts'

describe('a form', () => {
  test('sends what was changed and nothing else', () => {
    const initial = { name: 'Sales', description: '', agentIds: [1, 2] }
    expect(changedValues(initial, { ...initial, agentIds: [1, 2] })).toEqual({})
    expect(changedValues(initial, { ...initial, agentIds: [1] })).toEqual({ agentIds: [1] })
  })

  test('clears an emptied text with null, but never a mandatory one', () => {
    expect(toBody({ name: '', description: ' ', count: 0 }, ['name'])).toEqual({
      name: '',
      description: null,
      count: 0,
    })
  })

  test('names empty mandatory fields in the words of the API', () => {
    expect(missingValues('Agent', { email: ' ', firstName: 'Ada', lastName: '' })).toEqual({
      email: "Parameter 'email' is required.",
      lastName: "Parameter 'lastName' is required.",
    })
  })
})

describe('the navigation', () => {
  test('marks the page a deeper path belongs to', () => {
    expect(linkOf('campaigns/0190a003')?.label).toBe('Campaigns')
    expect(linkOf('')?.label).toBe('Start')
    expect(linkOf('nowhere')).toBeUndefined()
  })

  test('has each page once', () => {
    const paths = panelGroups.flatMap(({ links }) => links.map(({ path }) => path))
    expect(new Set(paths).size).toBe(paths.length)
  })
})

describe('permissions', () => {
  const all = [
    { id: 101, name: 'Manage Site', description: 'Change the site', category: 'globalSettings' as const },
    { id: 201, name: 'Accept Chats', description: 'Take chat requests', category: 'liveChat' as const },
  ]

  test('are grouped by category, live chat first', () => {
    expect(groupPermissions(all).map(({ id }) => id)).toEqual(['liveChat', 'globalSettings'])
  })

  test('are found by name and by description', () => {
    expect(groupPermissions(all, 'REQUEST').flatMap(({ permissions }) => permissions.map(({ id }) => id))).toEqual([
      201,
    ])
  })

  test('are held once', () => {
    expect(withPermission([201, 101], 201, true)).toEqual([101, 201])
    expect(withPermission([101, 201], 101, false)).toEqual([201])
  })

  test('of a role that are back where they were are no change', () => {
    const role = { id: 'r', permissionIds: [101, 201] }
    const off = withBox(new Map(), role, { permissionId: 101, isHeld: false })
    expect([...off]).toEqual([['r', [201]]])
    expect(withBox(off, role, { permissionId: 101, isHeld: true }).size).toBe(0)
  })
})

describe('auto distribution', () => {
  test('has a row for every agent and department, set or not', () => {
    const set = { agentId: 2, ifAutoAcceptChat: false, maxConcurrentChats: 5 }
    expect(agentRows([1, 2], [set])).toEqual([{ agentId: 1, ifAutoAcceptChat: true, maxConcurrentChats: 3 }, set])
    expect(departmentRows(['d'], [])[0]?.autoDistributionMethod).toBeNull()
  })

  test('replaces a row in place and adds a new one', () => {
    expect(withRow([1, 2], 3, (other) => other === 2)).toEqual([1, 3])
    expect(withRow([1], 2, (other) => other === 2)).toEqual([1, 2])
  })
})

test('the token request quotes what a shell would read', () => {
  const text = tokenRequest({ apiBaseUrl: 'http://localhost:4000', siteId: 10000, email: "o'neil@example.com" })
  expect(text).toContain('http://localhost:4000/adminwebservice/api/jwttoken/generate')
  expect(text).toContain("--data-urlencode 'userName=o'\\''neil@example.com'")
})

test('times are told by their largest unit', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')
  expect(sinceWords('2026-11-23T11:59:40Z', now)).toBe('just now')
  expect(sinceWords('2026-11-22T11:00:00Z', now)).toBe('yesterday')
  expect(sinceWords('2026-10-01T11:00:00Z', now)).toBe('last month')
})
