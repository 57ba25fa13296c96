import type { AnyOperation } from '../operation.ts'
import type { FieldFacts } from '../schema/field.ts'
import { accountNotes } from './notes-account.ts'
import { campaignNotes } from './notes-campaigns.ts'
import { chatNotes } from './notes-chats.ts'
import { singular } from './singular.ts'

/** Remarks on properties by entity; the contract's own notes win. */
const notes: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = {
  ...accountNotes,
  ...campaignNotes,
  ...chatNotes,
}

/** The remark on a property, as a sentence; empty when its name says enough. */
export function noteOf(entity: string, name: string, facts: FieldFacts): string {
  const said = facts.note ?? notes[entity]?.[name]
  return said ? sentence(said) : ''
}

const PARAMETERS: Readonly<Record<string, string>> = {
  id: 'The id of the object',
  pageIndex: 'Which page, counted from 1',
  after: 'The page follows the row with this id; page links far on in a list carry it',
  before: 'The page precedes the row with this id; page links far on in a list carry it',
  pageSize: 'How many on a page',
  include: 'What to show along with it, with commas between the words',
  keywords: 'Finds what contains this text',
  timeFrom: 'The earliest time',
  timeTo: 'The latest time',
  dateFrom: 'The earliest time',
  dateTo: 'The latest time',
  requestedTime: 'The earliest time of a visit',
  agentId: 'Those of this agent',
  departmentId: 'Those of this department',
  campaignId: 'Those of this campaign',
  visitorId: 'Those of this visitor',
  categoryId: 'Those that were wrapped up with this category',
  visitorSegmentId: 'Those of visitors in this segment',
  category: 'Those of this category',
  actionType: 'Those of this kind of change',
  status: 'Those with this status',
  name: 'Those whose name contains this text',
  company: 'Those whose company contains this text',
  contactIdentityName: 'Those with an identity of this name',
  contactIdentityValue: 'Those with an identity of this value',
  contactIdentityType: 'Those with an identity of this type',
  conditions: 'All of these have to hold; sent as `conditions[0][field]=name&conditions[0][value]=Jo`',
  filterName: 'What to count only one of',
  group: 'By what to count',
}

/** What a parameter of a path or query is for. */
export function parameterNote({ path, params, query }: AnyOperation, name: string): string {
  const own = (params[name] ?? query[name])?.facts.note as string | undefined
  if (name in params && name !== 'id') return sentence(`The id of the ${words(name.replace(/Id$/, ''))}`)
  if (name in params) return sentence(`The id of the ${nounBefore(path)}`)
  const general = PARAMETERS[name] ?? words(name)
  return own ? `${sentence(general)} ${sentence(own)}` : sentence(general)
}

/** `…/customRules/{id}` is about a custom rule. */
function nounBefore(path: string): string {
  const collection = path.slice(0, path.indexOf('/{id}')).split('/').at(-1) ?? ''
  return words(singular(collection))
}

function words(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
