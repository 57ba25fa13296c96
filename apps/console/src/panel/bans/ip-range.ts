interface Address {
  readonly kind: 4 | 6
  readonly number: bigint
}

const GROUPS = 8
const GROUP_BITS = 16n
const BITS = { 4: 32n, 6: 128n } as const

/** An IPv4 or IPv6 address as a number; undefined for anything else. */
export function readAddress(text: string): Address | undefined {
  const trimmed = text.trim()
  if (!trimmed.includes(':')) {
    const number = readV4(trimmed)
    return number === undefined ? undefined : { kind: 4, number }
  }
  const number = readV6(trimmed)
  return number === undefined ? undefined : { kind: 6, number }
}

function readV4(text: string): bigint | undefined {
  const parts = text.split('.')
  const isAddress = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
  return isAddress ? parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) : undefined
}

function readV6(text: string): bigint | undefined {
  const halves = withoutDots(text)?.split('::')
  if (!halves || halves.length > 2) return undefined
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = GROUPS - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined
  return groups.reduce((sum, group) => (sum << GROUP_BITS) + BigInt(`0x${group}`), 0n)
}

/** An IPv6 address may end in an IPv4 address. */
function withoutDots(text: string): string | undefined {
  if (!text.includes('.')) return text
  const at = text.lastIndexOf(':') + 1
  const number = readV4(text.slice(at))
  if (number === undefined) return undefined
  return `${text.slice(0, at)}${(number >> GROUP_BITS).toString(16)}:${(number & 0xffffn).toString(16)}`
}

/** What can be said of a range while it is typed: what is wrong with it, or how many addresses it holds. */
export function checkRange(
  from: string,
  to: string,
): { readonly problem: string } | { readonly count: bigint } | undefined {
  if (from.trim() === '' || to.trim() === '') return undefined
  const [first, last] = [readAddress(from), readAddress(to)]
  if (!first || !last) return { problem: `${first ? 'The end' : 'The beginning'} is not an address yet.` }
  if (first.kind !== last.kind) return { problem: 'Both have to be IPv4, or both IPv6.' }
  if (last.number < first.number) return { problem: 'The end comes before the beginning.' }
  return { count: last.number - first.number + 1n }
}

/** The first and last address of a network such as `198.51.100.0/24`; undefined for anything else. */
export function readNetwork(text: string): { readonly from: string; readonly to: string } | undefined {
  const [, base = '', prefix = ''] = /^\s*([0-9a-f.:]+)\/(\d{1,3})\s*$/i.exec(text) ?? []
  const address = readAddress(base)
  if (!address || BigInt(prefix || '999') > BITS[address.kind]) return undefined
  const size = 1n << (BITS[address.kind] - BigInt(prefix))
  const first = address.number - (address.number % size)
  return { from: written(address.kind, first), to: written(address.kind, first + size - 1n) }
}

function written(kind: 4 | 6, number: bigint): string {
  if (kind === 4) return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.')
  const groups = Array.from({ length: GROUPS }, (_, at) => (number >> (GROUP_BITS * BigInt(GROUPS - 1 - at))) & 0xffffn)
  return groups.map((group) => group.toString(16)).join(':')
}

/** A number of addresses in words: exact while that says something. */
export function countWords(count: bigint): string {
  if (count === 1n) return 'One address'
  if (count < 1_000_000_000n) return `${count.toLocaleString('en')} addresses`
  return `About 2 to the power of ${(count - 1n).toString(2).length} addresses`
}
