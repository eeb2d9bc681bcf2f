/**
 * A fixed-size memory of what was seen in the last few seconds: 64-bit keys, a time and a count each.
 * Bounded by construction (4-way buckets; the oldest entry of a full bucket is forgotten), 20 bytes an entry.
 */
export class RecentKeys {
  private readonly mask: number
  private readonly high: Uint32Array
  private readonly low: Uint32Array
  private readonly time: Float64Array
  private readonly count: Uint32Array

  /** @param capacity a power of two */
  constructor(capacity: number) {
    this.mask = capacity / ways - 1
    this.high = new Uint32Array(capacity)
    this.low = new Uint32Array(capacity)
    this.time = new Float64Array(capacity)
    this.count = new Uint32Array(capacity)
  }

  /**
   * Counts one sighting. A key first seen, or last started more than `windowMs` ago, starts anew at 1.
   * The window runs from its first sighting: later ones do not prolong it.
   */
  see(key: { high: number; low: number }, now: number, windowMs: number): number {
    const base = (key.low & this.mask) * ways
    let oldest = base
    for (let slot = base; slot < base + ways; slot++) {
      const since = this.time[slot] ?? 0
      if (this.high[slot] === key.high && this.low[slot] === key.low && since > 0) {
        if (now - since < windowMs && now >= since) {
          const count = (this.count[slot] ?? 0) + 1
          this.count[slot] = count
          return count
        }
        oldest = slot
        break
      }
      if (since < (this.time[oldest] ?? 0)) oldest = slot
    }
    this.high[oldest] = key.high
    this.low[oldest] = key.low
    this.time[oldest] = now
    this.count[oldest] = 1
    return 1
  }
}

const ways = 4
