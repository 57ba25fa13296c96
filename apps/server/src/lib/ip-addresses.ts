import { BlockList, isIP } from 'node:net'

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/** An IPv4 or IPv6 address in the form in which it is compared; undefined for anything else. */
export function readAddress(text: string): string | undefined {
  const trimmed = text.trim()
  const plain = MAPPED.exec(trimmed)?.[1] ?? trimmed
  // a zone means something on one machine only
  return isIP(plain) && !plain.includes('%') ? plain.toLowerCase() : undefined
}

/** Whether two addresses are of one kind and in this order. */
export function isRange(from: string, to: string): boolean {
  const kind = isIP(from)
  if (kind !== isIP(to)) return false
  try {
    new BlockList().addRange(from, to, kind === 4 ? 'ipv4' : 'ipv6')
    return true
  } catch {
    return false
  }
}
