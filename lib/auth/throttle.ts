import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import { addressGroup } from '../redirect/address'

/** Five wrong passwords for one e-mail from one address, then a pause of at most this many seconds. */
const pairRule = { points: 5, duration: 300 }
/** Thirty for one address, whatever the e-mail. */
const addressRule = { points: 30, duration: 900 }

/** What a limiter throws. `instanceof` can't tell: the bundle that made the limiter may be another one. */
const refused = z.object({ msBeforeNext: z.number() })

type Limiters = { pair: RateLimiterMemory; address: RateLimiterMemory }

const slot = Symbol.for('chatcart.auth')
const shared = globalThis as typeof globalThis & { [slot]?: Limiters }

/** One pair of counters per process, in memory: Next's bundle and server.ts load two copies of this file. */
function limiters(): Limiters {
  shared[slot] ??= { pair: new RateLimiterMemory(pairRule), address: new RateLimiterMemory(addressRule) }
  return shared[slot]
}

type Attempt = { email: string; address: string }

/**
 * Counts one attempt before its password is looked at, so that attempts made at once can't slip through together.
 * `retryAfter` is in whole seconds.
 */
export async function countAttempt(
  attempt: Attempt,
): Promise<{ ok: true } | { ok: false; retryAfter: number }> {
  const { pair, address } = limiters()
  const keys = attemptKeys(attempt)
  try {
    await pair.consume(keys.pair)
    await address.consume(keys.address)
    return { ok: true }
  } catch (refusal) {
    const parsed = refused.safeParse(refusal)
    if (!parsed.success) throw refusal
    return { ok: false, retryAfter: Math.max(1, Math.ceil(parsed.data.msBeforeNext / 1_000)) }
  }
}

/** The right password takes back what the wrong ones before it counted. */
export async function forgiveAttempts(attempt: Attempt): Promise<void> {
  const { pair, address } = limiters()
  const keys = attemptKeys(attempt)
  await Promise.all([pair.delete(keys.pair), address.reward(keys.address)])
}

function attemptKeys({ email, address }: Attempt): { pair: string; address: string } {
  const group = addressGroup(address)
  return { pair: `${group} ${email}`, address: group }
}
