import type { Context, VisitorCaller } from '../../../context.ts'
import { noticeVisitor } from '../audience/notice-visitor.ts'
import { queryVariableDefinitions } from './custom-variables.query.ts'
import { mergeVariables } from './merge-variables.ts'
import { lockSession, updateSession } from './sessions.repo.ts'

type Variables = readonly { readonly name: string; readonly value?: string | null | undefined }[]

/** The page says what it knows of the visitor, by the site's custom variables. */
export async function setVariables(ctx: Context<VisitorCaller>, variables: Variables): Promise<void> {
  const { siteId, sessionId } = ctx.caller
  const definitions = await queryVariableDefinitions(ctx.db, siteId)
  if (definitions.length === 0) return
  await ctx.inTransaction(async ({ tx }) => {
    const session = await lockSession(tx, siteId, sessionId)
    if (!session) return
    await updateSession(tx, siteId, sessionId, {
      variables: mergeVariables(definitions, session.variables, variables),
    })
  })
  await noticeVisitor(ctx.app, ctx.caller)
}
