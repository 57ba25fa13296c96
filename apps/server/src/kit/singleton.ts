import type { AuditAction, Entity, Output, Update } from '@parley/contract'
import type { AgentContext, SiteId, Work } from '../context.ts'
import type { Db, Tx } from '../db/db.ts'
import { complete } from './complete.ts'
import { addIncludes, type Include } from './includes.ts'
import { checkReferences, type References } from './references.ts'
import { checkMandatory, mergeNested } from './rows.ts'

type Values = Record<string, unknown>

/** Settings that exist once: per site (`Key` is null) or per campaign. They are stored whole. */
export interface SingletonSpec<E extends Entity, Key> {
  readonly entity: E
  readonly audit: AuditAction
  /** for audit entries: "the chat window" */
  readonly noun: string
  /** whose settings they are, for audit entries: "campaign Shop" */
  ownerOf?(tx: Tx, siteId: SiteId, key: Key): Promise<string>
  /** what a new one holds */
  readonly initial: Values
  readonly references?: References
  readonly includes?: Readonly<Record<string, Include>>
  /** what is stored; undefined before the first change. Throws not_found for a key that names nothing. */
  read(db: Db, siteId: SiteId, key: Key): Promise<Values | undefined>
  /** Holds whoever else wants to change the same one until the transaction ends. */
  lock(tx: Tx, siteId: SiteId, key: Key): Promise<void>
  write(tx: Tx, siteId: SiteId, key: Key, value: Values): Promise<void>
  /** Rules that schema and references cannot say; may change `next`. `before` is what was stored. */
  check?(ctx: AgentContext, work: Work, next: Values, body: Update<E>, before: Values): Promise<void> | void
  /** Properties that are stored elsewhere: how they are shown, and how a body changes them. */
  readonly elsewhere?: {
    show(ctx: AgentContext, key: Key): Promise<Values>
    change(ctx: AgentContext, work: Work, key: Key, body: Update<E>): Promise<void>
    readonly names: readonly string[]
  }
}

export interface Singleton<E extends Entity, Key> {
  get(ctx: AgentContext, key: Key, include?: readonly string[]): Promise<Output<E>>
  /** Changes what the body names. Throws 400 and 404 like the operations of a resource. */
  update(ctx: AgentContext, key: Key, body: Update<E>): Promise<Output<E>>
}

/** Makes the two operations of settings that exist once. */
export function createSingleton<E extends Entity, Key>(spec: SingletonSpec<E, Key>): Singleton<E, Key> {
  async function get(ctx: AgentContext, key: Key, include: readonly string[] = []): Promise<Output<E>> {
    const stored = await spec.read(ctx.db, ctx.siteId, key)
    const more = await spec.elsewhere?.show(ctx, key)
    const view = complete(spec.entity, { ...spec.initial, ...stored, ...more })
    await addIncludes(ctx, spec.includes ?? {}, [view], include)
    return view as Output<E>
  }
  return {
    get,
    async update(ctx, key, body) {
      await ctx.inTransaction(async (work) => {
        await spec.lock(work.tx, ctx.siteId, key)
        const before = { ...spec.initial, ...(await spec.read(work.tx, ctx.siteId, key)) }
        const own = ownPart(body, spec.elsewhere?.names ?? [])
        const next: Values = { ...before, ...mergeNested(spec.entity, before, own) }
        checkMandatory(spec.entity, next)
        await checkReferences(work.tx, ctx.siteId, spec.references ?? {}, {}, body)
        await spec.check?.(ctx, work, next, body, before)
        await spec.write(work.tx, ctx.siteId, key, next)
        await spec.elsewhere?.change(ctx, work, key, body)
        work.emit({ type: 'settings.changed', siteId: ctx.siteId })
        const owner = await spec.ownerOf?.(work.tx, ctx.siteId, key)
        const what = owner === undefined ? spec.noun : `${spec.noun} of ${owner}`
        await work.audit(spec.audit, `Changed ${what}`, Object.keys(body).join(', '))
      })
      return get(ctx, key)
    },
  }
}

function ownPart(body: object, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)))
}
