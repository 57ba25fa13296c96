import type { AgentContext } from '../../../context.ts'
import { addQuestions, type Shelf } from './canned-messages.repo.ts'
import { ownShelf, privateCannedMessagesResource } from './private-canned-messages.resource.ts'
import { publicCannedMessagesResource } from './public-canned-messages.resource.ts'

/** Adds questions that the public message answers; those it has stay. Throws not_found. */
export async function addPublicQuestions(ctx: AgentContext, id: string, questions: readonly string[]) {
  const row = await publicCannedMessagesResource.getRow(ctx, id)
  await add(ctx, { siteId: ctx.siteId }, row, questions)
  return publicCannedMessagesResource.get(ctx, id)
}

/** Adds questions that one's own message answers; those it has stay. Throws not_found. */
export async function addPrivateQuestions(ctx: AgentContext, id: string, questions: readonly string[]) {
  const row = await privateCannedMessagesResource.getRow(ctx, id)
  await add(ctx, ownShelf(ctx), row, questions)
  return privateCannedMessagesResource.get(ctx, id)
}

async function add(
  ctx: AgentContext,
  shelf: Shelf,
  row: { id: string; name: string },
  questions: readonly string[],
): Promise<void> {
  await ctx.inTransaction(async (work) => {
    await addQuestions(work.tx, shelf, row.id, questions)
    const summary = `Added similar questions to canned message ${row.name}`
    await work.audit({ category: 'globalSettings', actionType: 'cannedMessageManagement' }, summary)
  })
}
