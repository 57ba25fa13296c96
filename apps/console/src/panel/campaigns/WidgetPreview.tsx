import { IconMessageCircle, IconMinus, IconSend } from '@tabler/icons-react'
import { cssColour } from '../ui/colour-field.tsx'
import classes from './campaigns.module.css'

interface WidgetPreviewProps {
  readonly kind: 'button' | 'window'
  readonly color: string
  /** The greeting of the window. */
  readonly text?: string | undefined
  /** How far the button is from the corner. */
  readonly offsets?: { readonly right: number; readonly bottom: number }
}

/** The preview is small: a button far from its corner stops here (px). */
const FARTHEST_PX = 200

/** An offset as far as the preview can show it. */
function shown(offset = 20): number {
  return Math.min(Math.max(offset, 0), FARTHEST_PX)
}

/** Roughly what a visitor sees, in the colour that is being chosen. */
export function WidgetPreview({ kind, color, text, offsets }: WidgetPreviewProps) {
  const background = cssColour(color)
  const ink = inkOn(background)
  if (kind === 'button')
    return (
      <div className={classes.page}>
        <span
          className={classes.button}
          style={{ background, color: ink, right: shown(offsets?.right), bottom: shown(offsets?.bottom) }}
        >
          <IconMessageCircle size={28} stroke={1.8} />
        </span>
      </div>
    )
  return (
    <div className={classes.window}>
      <div className={classes.windowHead} style={{ background, color: ink }}>
        <span>Your team</span>
        <IconMinus size={18} />
      </div>
      <div className={classes.windowBody}>
        <p className={classes.theirs}>{text || 'Hello, how can we help you?'}</p>
        <p className={classes.mine} style={{ background, color: ink }}>
          I have a question.
        </p>
      </div>
      <div className={classes.windowFoot}>
        <span>Write a message</span>
        <IconSend size={18} style={{ color: background }} />
      </div>
    </div>
  )
}

/** Black or white, whichever is easier to read on the colour. */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#111827' : '#ffffff'
}
