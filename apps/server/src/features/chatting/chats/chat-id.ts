import { notFound } from '../../../lib/app-error.ts'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether the text can be the id of a chat; the database would not even look for anything else. */
export function isChatId(text: string): boolean {
  return GUID.test(text)
}

/** Throws 404 for what cannot be a chat's id. */
export function checkChatId(text: string): void {
  if (!isChatId(text)) throw notFound('chat')
}
