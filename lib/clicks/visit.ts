import { hash, randomBytes } from 'node:crypto'
import { isbot } from 'isbot'
import type { DeviceType, KindReason, VisitorKind } from '../generated/prisma/enums'
import { ownCopy } from '../own-copy'
import { addressGroup } from '../redirect/address'
import { RecentKeys } from './recent'

export type Visit = { visitorKind: VisitorKind; kindReason: KindReason | null; deviceType: DeviceType }

export type VisitFacts = {
  method: string
  /** A request header by its lower-case name. */
  header: (name: string) => string | undefined
  address: string
  /** What was asked for, in one canonical form: the route and its items. */
  target: string
}

/** Matching is not linear in the length (measured: 35 ms for 100 kB), and no browser says more about itself. */
const agentLength = 512
const windowMs = 10_000
const floodLimit = 200

/**
 * Tells people from everything else. Everything is stored; only `human` is counted.
 * Order: method (X sends HEAD with real-browser agents), speculation headers, user agent, repeats, floods.
 */
export class VisitClassifier {
  private readonly repeats = new RecentKeys(1 << 17)
  private readonly visitors = new RecentKeys(1 << 16)
  private readonly agents = new Map<string, AgentFacts>()
  private salt = ''
  private saltDay = -1

  classify(facts: VisitFacts, now: number): Visit {
    this.changeSalt(now)
    const sent = facts.header('user-agent') ?? ''
    const userAgent = sent.length > agentLength ? ownCopy(sent.slice(0, agentLength)) : sent
    const agent = this.agent(userAgent)
    const deviceType = deviceOf(facts.header('sec-ch-ua-mobile'), agent)
    const as = (visitorKind: VisitorKind, kindReason: KindReason | null): Visit => ({
      visitorKind,
      kindReason,
      deviceType,
    })
    if (facts.method === 'HEAD') return as('bot', 'head_request')
    if (isSpeculation(facts.header)) return as('prefetch', 'prefetch_header')
    if (userAgent.trim() === '') return as('bot', 'empty_agent')
    if (agent.bot) return as('bot', 'isbot')

    const visitor = mixIn(agent.key, addressGroup(facts.address))
    const seen = this.visitors.see(visitor, now, windowMs)
    if (seen > floodLimit) return as('flood', 'flood')
    if (this.repeats.see(mixIn(visitor, facts.target), now, windowMs) > 1) return as('duplicate', 'repeat')
    return as('human', null)
  }

  private agent(userAgent: string): AgentFacts {
    const known = this.agents.get(userAgent)
    if (known) return known
    if (this.agents.size >= 2_000) this.agents.clear()
    const digest = hash('sha256', `${this.salt}${userAgent}`, 'buffer')
    const facts = {
      bot: isbot(userAgent) && !isCubot(userAgent),
      mobile: mobileAgent.test(userAgent),
      key: { high: digest.readUInt32LE(0), low: digest.readUInt32LE(4) },
    }
    this.agents.set(userAgent, facts)
    return facts
  }

  /** Visitors are known by salted hashes that live in memory only; the salt changes every day (UTC). */
  private changeSalt(now: number): void {
    const day = Math.floor(now / 86_400_000)
    if (day === this.saltDay) return
    this.saltDay = day
    this.salt = randomBytes(16).toString('hex')
    this.agents.clear()
  }
}

type Key = { high: number; low: number }
/** `key`: where the hash of a visitor with this user agent starts, secret and random. */
type AgentFacts = { bot: boolean; mobile: boolean; key: Key }

/**
 * Tablets count as mobile. `Android` covers phones, tablets and WebViews; iPadOS in desktop mode says Macintosh, and
 * Internet Explorer on any Windows laptop with a pen says `Tablet PC`.
 */
const mobileAgent =
  /Android|iPhone|iPad|iPod|Mobi|Windows Phone|BlackBerry|BB10|webOS|Opera Mini|Kindle|Silk\/|KAIOS|MIDP|Symbian|Tablet(?! PC)/i

function deviceOf(hint: string | undefined, agent: AgentFacts): DeviceType {
  if (hint === '?1') return 'mobile'
  // Chromium on a tablet says ?0, yet its user agent says Android: a tablet is mobile here.
  return agent.mobile ? 'mobile' : 'desktop'
}

/** CUBOT is a phone maker: its users are people even though the name contains "bot". */
function isCubot(userAgent: string): boolean {
  return /\bCUBOT/i.test(userAgent) && !isbot(userAgent.replace(/\bCUBOT\w*/gi, ''))
}

/** Browsers mark loads that nobody asked for (RFC 8942 and its forerunners); a real tap carries none of these. */
function isSpeculation(header: VisitFacts['header']): boolean {
  return (
    startsWithToken(header('sec-purpose')) ||
    startsWithToken(header('purpose')) ||
    startsWithToken(header('x-moz')) ||
    startsWithToken(header('x-purpose')) ||
    header('next-router-prefetch') !== undefined
  )
}

function startsWithToken(value: string | undefined): boolean {
  return value !== undefined && /^\s*(prefetch|prerender|preview|instant)/i.test(value)
}

/** FNV-1a over the text, starting from another hash: two independent 32-bit halves. */
function mixIn(key: Key, text: string): Key {
  let high = key.high ^ 0x811c9dc5
  let low = key.low ^ 0x01000193
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x85ebca6b)
  }
  return { high: high >>> 0, low: (low ^ (low >>> 15)) >>> 0 }
}
