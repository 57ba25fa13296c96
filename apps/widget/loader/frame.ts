import type { Layout, Offsets } from './bridge.ts'

/** The iframe on the customer's page. */
export interface Frame {
  readonly element: HTMLIFrameElement
  show(layout: Layout, offsets?: Offsets): void
}

const GAP = 20
// Around the 56 px button there is room for its shadow and its badge
const BUTTON_BOX = 72
const NOTICE_WIDTH = 336

/**
 * Puts the iframe in a shadow root, so that no style sheet of the page reaches it. Styles are set through the CSS object
 * model only: a page's Content-Security-Policy may forbid style elements and attributes.
 */
export function createFrame(src: string): Frame {
  const host = document.createElement('div')
  const element = document.createElement('iframe')
  host.style.cssText = 'all:initial;position:static'
  element.title = 'Live chat'
  element.allow = 'autoplay'
  element.src = src
  host.attachShadow({ mode: 'closed' }).append(element)
  document.body.append(host)

  let layout: Layout = 'hidden'
  let offsets: Offsets = [GAP, GAP, GAP, GAP]
  const phone = matchMedia('(max-width:479.98px),(max-height:479.98px) and (pointer:coarse)')
  const still = matchMedia('(prefers-reduced-motion:reduce)')
  const viewport = window.visualViewport

  function place(): void {
    const [right = GAP, bottom = GAP] = phone.matches ? offsets.slice(2) : offsets
    const margin = (BUTTON_BOX - 56) / 2
    const edges = (x: number, y: number) =>
      `right:calc(${x}px + env(safe-area-inset-right,0px));bottom:calc(${y}px + env(safe-area-inset-bottom,0px));`
    const corner = edges(right - margin, bottom - margin)
    const boxes: Record<Layout, string> = {
      hidden: 'right:0;bottom:0;width:0;height:0;visibility:hidden;',
      button: `${corner}width:${BUTTON_BOX}px;height:${BUTTON_BOX}px;`,
      notice: `${corner}width:min(${NOTICE_WIDTH}px,calc(100vw - ${2 * (right - margin)}px));height:172px;`,
      window: phone.matches
        ? fullScreen()
        : `${edges(GAP, GAP)}width:380px;height:640px;max-height:calc(100vh - ${2 * GAP}px);${CARD}`,
    }
    // A scheme other than the page's would paint the transparent iframe white or black
    element.style.cssText = `all:initial;position:fixed;z-index:2147483000;border:0;color-scheme:normal;${boxes[layout]}`
  }

  // The keyboard of a phone covers the layout viewport; the visual viewport is what is left of it
  function fullScreen(): string {
    if (!viewport || viewport.scale > 1.01) return 'top:0;left:0;width:100%;height:100%;'
    return `top:${viewport.offsetTop}px;left:0;width:100%;height:${viewport.height}px;`
  }

  const follow = () => layout === 'window' && phone.matches && place()
  viewport?.addEventListener('resize', follow)
  viewport?.addEventListener('scroll', follow)
  phone.addEventListener('change', update)

  // Behind a full-screen window the page must not scroll; its own setting comes back afterwards
  let overflowBefore: string | undefined
  function holdPage(isHeld: boolean): void {
    const root = document.documentElement.style
    if (isHeld && overflowBefore === undefined) {
      overflowBefore = root.overflow
      root.overflow = 'hidden'
    } else if (!isHeld && overflowBefore !== undefined) {
      root.overflow = overflowBefore
      overflowBefore = undefined
    }
  }

  function update(): void {
    holdPage(layout === 'window' && phone.matches)
    place()
  }

  place()
  return {
    element,
    show(next, at) {
      const isOther = next !== layout
      layout = next
      offsets = at ?? offsets
      update()
      if (isOther && next !== 'hidden' && !still.matches)
        element.animate?.({ opacity: [0, 1] }, { duration: 160, easing: 'ease-out' })
    },
  }
}

const CARD = 'border-radius:16px;box-shadow:0 12px 40px rgba(15,23,42,.18),0 0 0 1px rgba(128,140,155,.22);'
