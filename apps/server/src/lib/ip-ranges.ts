import { BlockList, isIP } from 'node:net'
import { invalid } from './app-error.ts'
import { isRange, readAddress } from './ip-addresses.ts'

/** Two addresses of one family, and all between them. */
export interface IpRange {
  readonly ipFrom: string
  readonly ipTo: string
}

/** The range as it is kept. Throws 400 that names the end that is wrong. */
export function readRange(from: string, to: string): IpRange {
  const ipFrom = readAddress(from)
  if (!ipFrom) throw invalid('ipFrom', 'must be an IPv4 or IPv6 address')
  const ipTo = readAddress(to)
  if (!ipTo) throw invalid('ipTo', 'must be an IPv4 or IPv6 address')
  if (!isRange(ipFrom, ipTo)) throw invalid('ipTo', "must be of the same kind as 'ipFrom' and not before it")
  return { ipFrom, ipTo }
}

/** Tells of addresses whether they are in one of the ranges. */
export function addressesIn(ranges: readonly IpRange[]): (address: string) => boolean {
  const list = new BlockList()
  for (const { ipFrom, ipTo } of ranges) list.addRange(ipFrom, ipTo, familyOf(ipFrom))
  return (address) => spellings(address).some((one) => list.check(one, familyOf(one)))
}

/** The machine itself has one address in each family, and nobody chooses which one a connection uses. */
function spellings(given: string): string[] {
  // sockets add the zone of a link
  const address = readAddress(given.replace(/%.*$/, ''))
  if (!address) return []
  if (address === '::1') return [address, '127.0.0.1']
  return address === '127.0.0.1' ? [address, '::1'] : [address]
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}
