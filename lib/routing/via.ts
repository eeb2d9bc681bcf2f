/**
 * Why a click did not simply go to its rule's number, as it is kept with the click (`via`, at most 60 characters):
 * `hours>backup`: outside its hours, a backup took it. `paused>hours>default`: it was paused, its backup was closed, the
 * default number took it. `hours>anyway`: nobody was open, so the shopper got through all the same. In front, `mixed:12`
 * says that the cart also held an item which rule 12 would have sent to another number: `mixed:12`, `mixed:12;hours>backup`.
 * Older clicks say `mixed` only.
 */
export type Via = {
  mixed: boolean
  /** The rule of the first item that would have gone to another number; null: not mixed, or not kept. */
  rivalRuleId: number | null
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
  rivalRuleId: number | null
  passed: readonly Absence[]
  taker: Taker | null
}): string | null {
  const { rivalRuleId, passed, taker } = input
  const mixed = rivalRuleId === null ? null : `mixed:${rivalRuleId}`
  if (taker === null) return mixed
  const steps: string[] = passed.slice(0, mostPassed)
  if (passed.length > mostPassed) steps.push(`+${passed.length - mostPassed}`)
  const way = [...steps, taker].join('>')
  return mixed ? `${mixed};${way}` : way
}

/** Reads it back; null for a click that went the plain way, or for words of another version. */
export function parseVia(text: string | null): Via | null {
  const found =
    /^(?:(mixed)(?::(\d+))?)?(?:;?((?:(?:hours|paused)>)+)(?:\+(\d+)>)?(backup|default|anyway))?$/.exec(
      text ?? '',
    )
  if (!found?.[0]) return null
  const [, mixed, rival, passed = '', more, taker] = found
  return {
    mixed: mixed !== undefined,
    rivalRuleId: rival === undefined ? null : Number(rival),
    passed: passed.split('>').filter(isAbsence),
    more: Number(more ?? 0),
    taker: takers.find(one => one === taker) ?? null,
  }
}

const takers: readonly Taker[] = ['backup', 'default', 'anyway']

function isAbsence(word: string): word is Absence {
  return word === 'hours' || word === 'paused'
}
