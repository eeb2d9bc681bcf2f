import { isOpenAt } from './hours'
import { minuteOfWeek } from './local-time'
import type { StoreFacts, TableNumber } from './table'
import type { Absence, Taker } from './via'

/** A number that was asked, as what, and whether it was open. */
export type Hop = {
  number: TableNumber
  role: 'first' | 'backup' | 'default'
  state: 'open' | Absence
}

export type Walk = {
  hops: Hop[]
  /** The number that takes the order. */
  number: TableNumber
  taker: Taker | null
}

type Numbers = Pick<StoreFacts, 'numbers' | 'defaultNumber'>

/** Whether a number takes orders at this moment (Unix milliseconds). */
export function stateOf({ paused, hours, timeZone }: TableNumber, now: number): Hop['state'] {
  if (paused) return 'paused'
  return hours === null || isOpenAt(hours, minuteOfWeek(timeZone, now)) ? 'open' : 'hours'
}

/**
 * From a number to the one that takes the order: itself, its backup, the backup's backup …, then the default number and
 * its backups. Where nobody is open, the default number gets it all the same (without one, the first): the shopper always
 * gets through. Nobody is asked twice, so a circle made by plain SQL ends.
 */
export function walkNumbers(store: Numbers, first: TableNumber, now: number): Walk {
  const hops: Hop[] = []
  for (const start of [first, store.defaultNumber]) {
    let role: Hop['role'] = start === first ? 'first' : 'default'
    for (let number = start; number && !hops.some(hop => hop.number.id === number?.id); ) {
      const hop: Hop = { number, role, state: stateOf(number, now) }
      hops.push(hop)
      if (hop.state === 'open') return { hops, number, taker: role === 'first' ? null : role }
      number = (number.backupId !== null && store.numbers.get(number.backupId)) || null
      role = 'backup'
    }
  }
  return { hops, number: store.defaultNumber ?? first, taker: 'anyway' }
}
