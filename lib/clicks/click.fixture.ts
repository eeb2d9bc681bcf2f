import { uuidv7 } from '../uuid'
import type { Click } from './click'
import { encodeClick } from './click-line'

/** A click on product n. */
export function clickOn(n: number, facts: Partial<Click> = {}): Click {
  const occurredAt = Date.parse('2026-03-01T12:00:00.123Z')
  return {
    id: uuidv7(occurredAt),
    occurredAt,
    productId: n,
    pageType: 'product',
    deviceType: 'mobile',
    visitorKind: 'human',
    kindReason: null,
    reason: 'rule',
    ruleId: 100,
    categoryId: 10,
    numberId: 1,
    number: '5511988887777',
    via: null,
    itemCount: 1,
    ...facts,
  }
}

/** Clicks as the spool holds them. */
export const linesOf = (clicks: readonly Click[]): string[] => clicks.map(encodeClick)

/** The same as `insertClicks` takes them. */
export const bytesOf = (clicks: readonly Click[]): Buffer => Buffer.from(linesOf(clicks).join(''))

/** The product of each click in such lines, which tells them apart; null for a damaged line. */
export function productsIn(lines: Buffer): (number | null)[] {
  const texts = lines.toString().split('\n').slice(0, -1)
  return texts.map(text => (text.startsWith('[') ? JSON.parse(text)[2] : null))
}

/** The same with nothing in it that may be missing. */
export const bareClick = (): Click =>
  clickOn(0, {
    productId: null,
    kindReason: null,
    ruleId: null,
    categoryId: null,
    numberId: null,
    number: null,
    via: null,
    reason: 'bad_request',
  })
