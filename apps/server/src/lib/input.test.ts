import { Agent, AutoDistribution, api, Department, Site } from '@parley/contract'
import { describe, expect, test } from 'vitest'
import { readerFor } from './input.ts'

const query = readerFor(api.agents.list.querySchema, { parameters: true })
const agent = readerFor(Agent.create)
const person = { email: 'a@example.com', firstName: 'A', lastName: 'B' }

describe('bodies', () => {
  test('names and words may come in any case', () => {
    expect(
      agent.read({ EMAIL: 'a@example.com', FirstName: 'A', lastname: 'B', datetimeformat: 'MM/DD/YYYY hh:mm:SS' }),
    ).toMatchObject({
      email: 'a@example.com',
      firstName: 'A',
      datetimeFormat: 'MM/dd/yyyy HH:mm:ss',
    })
  })

  test('a name spelled exactly wins over one in another case, whatever the order', () => {
    expect(agent.read({ ...person, firstname: 'X' })).toMatchObject({ firstName: 'A' })
    expect(agent.read({ firstname: 'X', ...person })).toMatchObject({ firstName: 'A' })
  })

  test('read-only, included and unknown properties are ignored', () => {
    expect(agent.read({ ...person, id: 'x', roles: 7, isLocked: 'maybe', shoeSize: 9, __proto__: { a: 1 } })).toEqual(
      person,
    )
  })

  test('documented slips are understood', () => {
    expect(readerFor(Department.create).read({ name: 'A', isAvailableInChat: 'yes' })).toMatchObject({
      isAvailableInChat: true,
    })
    expect(readerFor(Site.update).read({ timeZone: 'canadaCentralStandardTime' })).toEqual({
      timeZone: 'Canada Central Standard Time',
    })
    expect(readerFor(AutoDistribution.update).read({ autoDistributionMethod: 'LoadBalancing' })).toEqual({
      autoDistributionMethod: 'loadBanlancing',
    })
  })

  test.each([
    [{ ...person, email: undefined }, "Parameter 'email' is required."],
    [{ ...person, email: 'nobody' }, "Parameter 'email' does not have the right form."],
    [{ ...person, isAdmin: 'perhaps' }, "Parameter 'isAdmin' must be a boolean."],
    [{ ...person, firstName: null }, "Parameter 'firstName' must be a string."],
    [{ ...person, permissionIds: ['x'] }, "Parameter 'permissionIds[0]' must be an integer."],
    [{ ...person, roleIds: ['x'] }, "Parameter 'roleIds[0]' must be a GUID."],
    [{ ...person, timeZone: 'Nowhere' }, "Parameter 'timeZone' must be the id of a Windows time zone."],
    [{ ...person, title: 'a\0b' }, "Parameter 'title' must not contain the character U+0000."],
    [{ ...person, title: 'x'.repeat(257) }, "Parameter 'title' must have at most 256 characters."],
    [[], "Parameter 'body' must be an object."],
  ])('%j is refused by name', (body, message) => {
    expect(() => agent.read(body)).toThrow(message)
  })
})

test('half a character becomes the sign for an unreadable one', () => {
  expect(agent.read({ ...person, title: 'a\ud83d' })).toMatchObject({ title: 'a\ufffd' })
})

describe('queries', () => {
  test('texts become what they stand for, and what is left out has its default', () => {
    expect(query.read({ pageIndex: '3', include: 'Role,department', KEYWORDS: 'x' })).toEqual({
      pageIndex: 3,
      pageSize: 10,
      include: ['role', 'department'],
      keywords: 'x',
    })
    expect(query.read({ include: ['role', 'shift'] })).toMatchObject({ include: ['role', 'shift'] })
  })

  test.each([
    [{ pageSize: 'abc' }, "Parameter 'pageSize' must be an integer."],
    [{ pageSize: '0' }, "Parameter 'pageSize' must be at least 1."],
    [{ pageSize: '1001' }, "Parameter 'pageSize' must be at most 1000."],
    [{ include: 'everything' }, "Parameter 'include[0]' must be one of 'department', 'role', 'permission', 'shift'."],
  ])('%j is refused by name', (given, message) => {
    expect(() => query.read(given)).toThrow(message)
  })
})
