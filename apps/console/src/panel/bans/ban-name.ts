import type { Shape } from '@parley/contract'

type Ban = Shape<'Ban'>

/** The kinds of bans, in words. */
export const banTypes: Record<Ban['type'], string> = { ip: 'Address', ipRange: 'Address range', visitor: 'Visitor' }

/** Whom a ban keeps out. */
export function banName({ type, ip, ipRangeFrom, ipRangeTo, visitor, visitorId }: Ban): string {
  if (type === 'ip') return ip ?? ''
  if (type === 'ipRange') return `${ipRangeFrom ?? ''} – ${ipRangeTo ?? ''}`
  return visitor?.name || `Visitor ${visitorId?.slice(-8) ?? ''}`
}
