interface LogoProps {
  readonly size?: number
  /** Shows the name beside the mark. */
  readonly withName?: boolean
}

/** Parley's mark: two speech shapes that overlap, one filled, one outlined, in the colour of the text around them. */
export function Logo({ size = 24, withName = false }: LogoProps) {
  const mark = (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" style={{ flex: 'none' }}>
      <path
        fill="var(--p-accent)"
        d="M10.5 3h7a7.500 7.500 0 0 1 7.500 7.500v1a7.500 7.500 0 0 1-7.500 7.500H11l-5.200 4.200a.5.5 0 0 1-.8-.4V17a7.500 7.500 0 0 1-2-5.500v-1A7.500 7.500 0 0 1 10.500 3Z"
      />
      <path
        stroke="var(--p-accent)"
        strokeWidth="2.500"
        strokeLinejoin="round"
        fill="var(--p-logo-ground, var(--p-surface))"
        d="M17.500 13.250h5a6.250 6.250 0 0 1 6.250 6.250v.5c0 1.700-.6 3.100-1.500 4.200v4.400l-3.700-2.350H17.500A6.250 6.250 0 0 1 11.250 20v-.5a6.250 6.250 0 0 1 6.250-6.250Z"
      />
    </svg>
  )
  if (!withName) return mark
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8 }}>
      {mark}
      <span style={{ fontWeight: 650, fontSize: size * 0.75, letterSpacing: '-0.02em' }}>Parley</span>
    </span>
  )
}
