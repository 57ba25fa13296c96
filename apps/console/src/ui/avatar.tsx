import { IconUser } from '@tabler/icons-react'
import classes from './avatar.module.css'
import { StatusDot, type Tone } from './status-dot.tsx'

interface AvatarProps {
  readonly name: string | null | undefined
  readonly size?: number
  readonly tone?: Tone
  /** Agents have round-cornered squares, visitors circles. */
  readonly shape?: 'round' | 'square'
}

/** Up to two letters that stand for a name. */
export function initials(name: string | null | undefined): string {
  const words = (name ?? '').trim().split(/\s+/u).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('') || '?'
}

/** One of six quiet hues, always the same for a name. */
function hue(name: string): number {
  let sum = 0
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0
  return sum % 6
}

/** A person by initials, with a status when one is known; who has no name has a figure. */
export function Avatar({ name, size = 32, tone, shape = 'round' }: AvatarProps) {
  return (
    <span className={classes.wrap} style={{ width: size, height: size }} aria-hidden="true">
      <span
        className={classes.face}
        data-hue={name ? hue(name) : 'none'}
        data-shape={shape}
        style={{ fontSize: Math.max(10, Math.round(size * 0.38)) }}
      >
        {name?.trim() ? initials(name) : <IconUser size={size * 0.55} stroke={1.6} />}
      </span>
      {tone && (
        <span className={classes.status}>
          <StatusDot tone={tone} size={Math.max(8, Math.round(size * 0.28))} />
        </span>
      )}
    </span>
  )
}
