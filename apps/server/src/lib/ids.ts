import { randomFillSync } from 'node:crypto'

const BATCH = 256 * 16
const random = Buffer.alloc(BATCH)
let used = BATCH

/** A new GUID that begins with its time (UUIDv7): rows made together lie together. */
export function newId(now = Date.now()): string {
  if (used === BATCH) {
    randomFillSync(random)
    used = 0
  }
  const bytes = Buffer.from(random.subarray(used, used + 16))
  used += 16
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
