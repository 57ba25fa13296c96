import { ActionIcon, Tooltip } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { toastFailed } from '../../../ui/toasts.tsx'
import { inOrder, movedTo, type OrderChange, type Ordered, orderChanges, withSequence } from './order.ts'
import classes from './reorder.module.css'

interface ReorderOptions<T extends Ordered> {
  /** Every row, in the order that is saved; undefined while they are on their way. */
  readonly rows: readonly T[] | undefined
  readonly nameOf: (row: T) => string
  /** Saves the rows whose order changed; the rows have to be asked for again afterwards. */
  readonly save: (changes: readonly OrderChange<T>[]) => Promise<unknown>
}

/** A list whose rows people put in order. */
export interface Reordering<T> {
  /** In the order that is being made. */
  readonly rows: readonly T[] | undefined
  /** What a row is dragged by; arrow keys on it move the row as well. */
  readonly handleOf: (row: T) => ReactNode
  /** Tells screen readers where the row is now. */
  readonly announcement: ReactNode
}

const ROW = 'tr, li'
const LIST = 'tbody, ul, ol'

/** The ids of the rows that a handle's list shows, from top to bottom. */
function shownIds(handle: Element): string[] {
  return handlesBeside(handle).map((each) => each.dataset.reorder ?? '')
}

function handlesBeside(handle: Element): HTMLElement[] {
  return [...(handle.closest(LIST)?.querySelectorAll<HTMLElement>('[data-reorder]') ?? [])]
}

/** How many other rows lie above a height on the screen. */
function rowsAbove(handle: HTMLElement, y: number): number {
  const others = handlesBeside(handle).filter((each) => each.dataset.reorder !== handle.dataset.reorder)
  return others.filter((each) => {
    const { top, height } = (each.closest(ROW) ?? each).getBoundingClientRect()
    return top + height / 2 < y
  }).length
}

/** Lets people put rows in order: by dragging a row's handle, or with the arrow keys on it. */
export function useReorder<T extends Ordered>({ rows, nameOf, save }: ReorderOptions<T>): Reordering<T> {
  /** The order that is being made or saved; undefined when the saved one is shown. */
  const [ids, setIds] = useState<readonly string[]>()
  const [held, setHeld] = useState<string>()
  const [said, setSaid] = useState('')
  const loaded = useRef(rows)
  loaded.current = rows
  /** What was saved last, until the rows that came before it are replaced by newer ones. */
  const saved = useRef<{ readonly after: readonly T[] | undefined; readonly rows: readonly T[] }>(undefined)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef<readonly string[]>(undefined)
  const focused = useRef<string>(undefined)
  useLayoutEffect(() => {
    // A row that React moves loses the focus.
    const id = focused.current
    focused.current = undefined
    if (id === undefined || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>(`[data-reorder="${id}"]`)?.focus()
  })

  const shown = rows && ids ? inOrder(rows, ids) : rows
  const all = (shown ?? []).map(({ id }) => id)

  const put = (next: readonly string[], row: T, visible: readonly string[]) => {
    setIds(next)
    focused.current = row.id
    setSaid(`${nameOf(row)} is now ${visible.indexOf(row.id) + 1} of ${visible.length}`)
  }

  const saveOrder = async (next: readonly string[]) => {
    // Another move came in between, and will be saved instead.
    if (latest.current !== next) return
    const known = saved.current?.after === loaded.current ? saved.current?.rows : loaded.current
    const wanted = inOrder(known ?? [], next)
    await save(orderChanges(wanted))
    saved.current = { after: loaded.current, rows: wanted.map((row, index) => ({ ...row, order: index + 1 })) }
  }

  /** Orders are saved one after the other; when the last one is there, the saved order is shown again. */
  const commit = (next: readonly string[]) => {
    latest.current = next
    queue.current = queue.current
      .then(() => saveOrder(next))
      .catch((error: unknown) => toastFailed('The order was not saved', error))
      .finally(() => {
        if (latest.current === next) setIds(undefined)
      })
  }

  const drag = (event: PointerEvent<HTMLElement>, row: T) => {
    if (event.button !== 0) return
    event.preventDefault()
    const handle = event.currentTarget
    const before = all
    let next: readonly string[] = before
    const finish = (isKept: boolean) => {
      listeners.abort()
      setHeld(undefined)
      if (isKept && next.join() !== before.join()) commit(next)
      else setIds(undefined)
    }
    const listeners = new AbortController()
    const options = { signal: listeners.signal, capture: true }
    handle.focus()
    setHeld(row.id)
    window.addEventListener(
      'pointermove',
      ({ clientY }) => {
        const visible = shownIds(handle)
        const moved = movedTo(visible, row.id, rowsAbove(handle, clientY))
        if (moved.join() === visible.join()) return
        next = withSequence(next, moved)
        put(next, row, moved)
      },
      options,
    )
    window.addEventListener('pointerup', () => finish(true), options)
    window.addEventListener('pointercancel', () => finish(false), options)
    window.addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape') return
        // Only the drag is given up; a drawer around the list stays.
        key.stopImmediatePropagation()
        finish(false)
      },
      options,
    )
  }

  const step = (event: KeyboardEvent<HTMLElement>, row: T) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const visible = shownIds(event.currentTarget)
    const to = visible.indexOf(row.id) + by
    if (to < 0 || to >= visible.length) return
    const moved = movedTo(visible, row.id, to)
    const next = withSequence(all, moved)
    put(next, row, moved)
    commit(next)
  }

  return {
    rows: shown,
    handleOf: (row) => (
      <Tooltip label="Drag, or move with the arrow keys" disabled={held !== undefined}>
        <ActionIcon
          className={classes.handle ?? ''}
          data-reorder={row.id}
          data-held={held === row.id || undefined}
          aria-label={`Move “${nameOf(row)}”`}
          aria-description="Arrow keys move it up and down"
          onPointerDown={(event) => drag(event, row)}
          onKeyDown={(event) => step(event, row)}
        >
          <IconGripVertical size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    ),
    announcement: (
      <span className={classes.hidden} role="status">
        {said}
      </span>
    ),
  }
}
