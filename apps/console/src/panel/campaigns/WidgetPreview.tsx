import { IconMessageCircle, IconMinus, IconSend } from '@tabler/icons-react'
import { cssColour } from '../ui/colour-field.tsx'
import classes from './campaigns.module.css'

interface WidgetPreviewProps {
  readonly kind: 'button' | 'window'
  readonly color: string
  /** The text of a link, or the greeting of the window. */
  readonly text?: string | undefined
}

/** Roughly what a visitor sees, in the colour that is being chosen. */
export function WidgetPreview({ kind, color, text }: WidgetPreviewProps) {
  const background = cssColour(color)
  const ink = inkOn(background)
  if (kind === 'button')
    return (
      <div className={classes.page}>
        {text === undefined ? (
          <span className={classes.button} style={{ background, color: ink }}>
            <IconMessageCircle size={28} stroke={1.8} />
          </span>
        ) : (
          <span className={classes.link}>{text || 'Chat with us'}</span>
        )}
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
