/**
 * Why a click did not simply go to its rule's number, as it is kept with the click (`via`, at most 40 characters):
 * `hours>backup`: outside its hours, a backup took it. `paused>hours>default`: it was paused, its backup was closed, the
 * default number took it. `hours>anyway`: nobody was open, so the shopper got through all the same. In front, `mixed` says
 * that the cart also held items of another number: `mixed`, `mixed;hours>backup`.
 */
export type Via = {
  mixed: boolean
  /** Why each number on the way was passed over, as many as were kept. */
  passed: Absence[]
  /** How many more were passed over. */
  more: number
  /** Who took it in the end; null: the rule's own number (or the default, where no rule matched), as usual. */
  taker: Taker | null
}

/** Why a number takes no order just now. */
export type Absence = 'hours' | 'paused'

export type Taker = 'backup' | 'default' | 'anyway'

const mostPassed = 3

export function formatVia(input: {
  mixed: boolean
  passed: readonly Absence[]
  taker: Taker | null
}): string | null {
  const { mixed, passed, taker } = input
  if (taker === null) return mixed ? 'mixed' : null
  const steps: string[] = passed.slice(0, mostPassed)
  if (passed.length > mostPassed) steps.push(`+${passed.length - mostPassed}`)
  return `${mixed ? 'mixed;' : ''}${[...steps, taker].join('>')}`
}

/** Reads it back; null for a click that went the plain way, or for words of another version. */
export function parseVia(text: string | null): Via | null {
  const found = /^(mixed)?(?:;?((?:(?:hours|paused)>)+)(?:\+(\d+)>)?(backup|default|anyway))?$/.exec(
    text ?? '',
  )
  if (!found?.[0]) return null
  const [, mixed, passed = '', more, taker] = found
  return {
    mixed: mixed !== undefined,
    passed: passed.split('>').filter(isAbsence),
    more: Number(more ?? 0),
    taker: takers.find(one => one === taker) ?? null,
  }
}

const takers: readonly Taker[] = ['backup', 'default', 'anyway']

function isAbsence(word: string): word is Absence {
  return word === 'hours' || word === 'paused'
}
