import { randomFillSync } from 'node:crypto'

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const pool = new Uint8Array(8 * 512)
let used = pool.length
let lastMs = 0
let counter = 0

/**
 * A UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, a 12-bit counter that keeps ids of one process and
 * millisecond in order (method 1, borrowing the next millisecond when it is full), 62 random bits.
 */
export function uuidv7(now: number): string {
  if (now > lastMs) {
    lastMs = now
    counter = 0
  } else if (++counter > 0xfff) {
    lastMs++
    counter = 0
  }
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = (offset: number) => pool[used + offset] ?? 0
  const at = (byte: number) => hex[byte & 0xff] ?? '00'
  const high = Math.floor(lastMs / 0x1_0000_0000)
  const low = lastMs % 0x1_0000_0000
  const id =
    `${at(high >>> 8)}${at(high)}${at(low >>> 24)}${at(low >>> 16)}-${at(low >>> 8)}${at(low)}-` +
    `${at(0x70 | (counter >>> 8))}${at(counter)}-${at(0x80 | (random(0) & 0x3f))}${at(random(1))}-` +
    `${at(random(2))}${at(random(3))}${at(random(4))}${at(random(5))}${at(random(6))}${at(random(7))}`
  used += 8
  return id
}
