/** A campaign's colour, and what can be read on it and beside it, as the style sheet's variables. */
export interface Palette {
  readonly '--accent': string
  readonly '--on-accent': string
  /** The colour as text and outline on the window's ground. */
  readonly '--accent-text': string
}

type Rgb = readonly number[]

const FALLBACK: Rgb = [15, 118, 110]
const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]
const DARK_GROUND: Rgb = [23, 26, 31]
// A little more than what is asked for, because the parts of a colour are rounded
const READABLE = 4.6

/** Finds readable colours for any campaign colour (`#rgb` or `#rrggbb`; anything else is the house's own). */
export function paletteOf(color: string | undefined, isDark: boolean): Palette {
  const accent = parse(color) ?? FALLBACK
  const ground = isDark ? DARK_GROUND : WHITE
  let text = accent
  while (contrast(text, ground) < READABLE) text = text.map((part) => (isDark ? part + (255 - part) / 8 : part * 0.9))
  return {
    '--accent': css(accent),
    '--on-accent': css(contrast(accent, WHITE) < contrast(accent, BLACK) ? BLACK : WHITE),
    '--accent-text': css(text),
  }
}

/** The contrast ratio of two colours as WCAG defines it. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((part) => {
    const share = part / 255
    return share < 0.04 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function parse(color: string | undefined): Rgb | undefined {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color ?? '')?.[1]
  const pairs = digits?.length === 3 ? digits.replace(/./g, '$&$&') : digits
  return pairs?.match(/../g)?.map((pair) => Number.parseInt(pair, 16))
}

const css = (color: Rgb) => `rgb(${color.map(Math.round).join(' ')})`
