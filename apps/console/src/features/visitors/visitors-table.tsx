import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { memo, type RefObject, useEffect, useRef, useState } from 'react'
import { secondsSince, timer } from '../../lib/time.ts'
import { hostName, pagePath } from '../../lib/urls.ts'
import { useNow } from '../../lib/use-now.ts'
import { useStore } from '../../realtime/store.ts'
import { visitorsStore } from '../../realtime/stores.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { SegmentDots } from '../../ui/segment-tags.tsx'
import { StatusDot } from '../../ui/status-dot.tsx'
import { type VisitorSorting, type VisitorSortKey, visibleRows } from './visitor-rows.ts'
import { monitorName, visitorPlace, visitorStatus } from './visitor-status.ts'
import classes from './visitors-table.module.css'

const columns: readonly { readonly key: VisitorSortKey; readonly header: string; readonly className: string }[] = [
  { key: 'name', header: 'Visitor', className: 'name' },
  { key: 'status', header: 'Status', className: 'status' },
  { key: 'page', header: 'Current page', className: 'page' },
  { key: 'time', header: 'Time on site', className: 'time' },
  { key: 'visits', header: 'Visits', className: 'visits' },
  { key: 'chats', header: 'Chats', className: 'chats' },
  { key: 'place', header: 'Place', className: 'place' },
]

const ROW_PX = 44
const PHONE_ROW_PX = 68

interface VisitorsTableProps {
  readonly ids: readonly string[]
  readonly sorting: VisitorSorting
  readonly onSort: (key: VisitorSortKey) => void
  readonly onOpen: (visitorId: string) => void
  /** Told when the pointer is over the rows: they must not move then. */
  readonly onHold: (isHeld: boolean) => void
}

/** The live list. Only the rows in sight are drawn, so that ten thousand cost as much as forty. */
export function VisitorsTable({ ids, sorting, onSort, onOpen, onHold }: VisitorsTableProps) {
  const box = useRef<HTMLDivElement>(null)
  const view = useView(box)
  const { first, last } = visibleRows(ids.length, view)
  return (
    <div className={classes.box} ref={box} onPointerEnter={() => onHold(true)} onPointerLeave={() => onHold(false)}>
      <table className={classes.table} aria-label="Visitors on the site" aria-rowcount={ids.length + 1}>
        <thead>
          <tr>
            {columns.map(({ key, header, className }) => {
              const isSorted = sorting.key === key
              const Arrow = isSorted && sorting.isDescending ? IconArrowDown : IconArrowUp
              const order = isSorted ? (sorting.isDescending ? 'descending' : 'ascending') : 'none'
              return (
                <th key={key} scope="col" aria-sort={order} className={classes[className]}>
                  <button type="button" className={classes.sort} onClick={() => onSort(key)}>
                    {header}
                    <Arrow size={14} className={classes.arrow} data-on={isSorted || undefined} />
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          <Space height={first * view.rowHeight} />
          {ids.slice(first, last).map((id, index) => (
            <VisitorRow key={id} id={id} index={first + index} onOpen={onOpen} />
          ))}
          <Space height={(ids.length - last) * view.rowHeight} />
        </tbody>
      </table>
    </div>
  )
}

/** The room of the rows that are not drawn. */
function Space({ height }: { readonly height: number }) {
  if (height === 0) return null
  return (
    <tr className={classes.space} style={{ height }}>
      <td />
    </tr>
  )
}

interface VisitorRowProps {
  readonly id: string
  readonly index: number
  readonly onOpen: (visitorId: string) => void
}

const VisitorRow = memo(function VisitorRow({ id, index, onOpen }: VisitorRowProps) {
  const visitor = useStore(visitorsStore, (state) => state.byId.get(id))
  if (!visitor) return null
  const status = visitorStatus(visitor.status)
  return (
    <tr className={classes.row} aria-rowindex={index + 2} onClick={() => onOpen(id)}>
      <td className={classes.name}>
        <button type="button" className={classes.who}>
          <Avatar name={visitor.name} size={28} />
          <span className="p-truncate" dir="auto">
            {monitorName(visitor)}
          </span>
          <SegmentDots segments={visitor.segments} />
        </button>
      </td>
      <td className={classes.status}>
        <span key={visitor.status} className={classes.fresh}>
          <StatusDot tone={status.tone} /> {status.label}
        </span>
      </td>
      <td className={classes.page} title={visitor.pageUrl ?? ''}>
        <span key={visitor.pageUrl} className={classes.fresh} dir="auto">
          {visitor.pageTitle || pagePath(visitor.pageUrl) || hostName(visitor.referrer)}
        </span>
      </td>
      <td className={classes.time}>
        <TimeOnSite since={visitor.visitTime} />
      </td>
      <td className={classes.visits}>{visitor.visits}</td>
      <td className={classes.chats}>{visitor.chats}</td>
      <td className={classes.place}>{visitorPlace(visitor)}</td>
    </tr>
  )
})

function TimeOnSite({ since }: { readonly since: string }) {
  return <>{timer(secondsSince(since, useNow()))}</>
}

/** Scroll position and size of the box; rows are taller on a phone. */
function useView(box: RefObject<HTMLDivElement | null>) {
  const [view, setView] = useState({ scrollTop: 0, height: 800, rowHeight: ROW_PX })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const phone = window.matchMedia('(max-width: 48em)')
    const look = () =>
      setView({
        scrollTop: element.scrollTop,
        height: element.clientHeight,
        rowHeight: phone.matches ? PHONE_ROW_PX : ROW_PX,
      })
    look()
    const resized = new ResizeObserver(look)
    resized.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [box])
  return view
}
