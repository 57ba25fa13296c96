import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { invalid } from '../../../lib/app-error.ts'

/** Networks that are not the public internet: this machine, its neighbours, and addresses that mean others. */
const INNER: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

const inner = new BlockList()
for (const [network, prefix] of INNER) inner.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4')

const INNER_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/

/** Whether an address belongs to no public network: the server must not be made to call it. */
export function isInnerAddress(address: string): boolean {
  return inner.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** What a target may be. */
export interface TargetRules {
  readonly isInnerAllowed?: boolean
  /** how names are resolved */
  readonly resolve?: (host: string) => Promise<readonly string[]>
}

/** How long a name server may take to say where a name leads (ms). */
const RESOLVE_WITHIN_MS = 2_000

/** The addresses a name leads to now; none when nobody says so in time. */
async function addressesOf(host: string): Promise<string[]> {
  const late = new Promise<[]>((resolve) => void setTimeout(resolve, RESOLVE_WITHIN_MS, []).unref())
  const found = await Promise.race([lookup(host, { all: true }).catch(() => []), late])
  return found.map(({ address }) => address)
}

/**
 * Throws 400 for a target that is no web address, or that leads to a machine of the inner network; `isInnerAllowed` lifts
 * the second. A name may lead elsewhere later: whoever calls the target looks again.
 */
export async function checkTarget(
  parameter: string,
  text: string,
  { isInnerAllowed = false, resolve = addressesOf }: TargetRules = {},
): Promise<void> {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw invalid(parameter, 'must be an http or https address')
  if (url.username || url.password) throw invalid(parameter, 'must not hold a user name or password')
  if (isInnerAllowed) return
  // the parser has brought every spelling of an address (octal, hexadecimal, one number) to the usual one
  const host = url.hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase()
  const isInnerName = !isIP(host) && (INNER_NAME.test(host) || !host.includes('.'))
  const addresses = isIP(host) ? [host] : isInnerName ? [] : await resolve(host)
  if (isInnerName || addresses.some(isInnerAddress))
    throw invalid(parameter, 'must not lead to a private or loopback address')
}
