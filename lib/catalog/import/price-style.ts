/** How a file writes its prices: which mark separates the decimals, and how that was found out. */
export type PriceStyle = {
  mark: '.' | ','
  /** `certain`: some price can only be read so. `assumed`: nothing says so. `mixed`: prices contradict each other. `chosen`: the merchant's. */
  by: 'certain' | 'assumed' | 'mixed' | 'chosen' | 'plain'
  /** A price as the file has it that the style changes the meaning of. */
  example: string | null
}

/** Currencies with three decimals (ISO 4217): "1.500" is one and a half there. */
const threeDecimals = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])

/** 10 digits before the mark and 4 behind it are what the catalogue stores. */
const MAX_WHOLE_DIGITS = 10

/**
 * Decides once per file which mark separates the decimals, so that no price is read differently from its neighbours.
 * "1.234,56", "12,5" and "0.500" are certain; "1.234" alone is not: then thousands are assumed, except in a currency with three decimals.
 */
export function decidePriceStyle(prices: string[], currency: string, chosen?: '.' | ','): PriceStyle {
  const seen = { '.': 0, ',': 0 }
  let unsure: string | null = null
  let contradicting: string | null = null
  for (const price of prices) {
    const bare = bareNumber(price)
    if (bare === null) continue
    const mark = certainMark(bare)
    if (mark === 'unsure') unsure ??= price
    else if (mark) {
      if (seen[mark === '.' ? ',' : '.'] > 0) contradicting ??= price
      seen[mark]++
    }
  }
  if (chosen) return { mark: chosen, by: 'chosen', example: unsure }
  if (contradicting) return { mark: seen['.'] >= seen[','] ? '.' : ',', by: 'mixed', example: contradicting }
  if (seen['.'] + seen[','] > 0) return { mark: seen[','] > 0 ? ',' : '.', by: 'certain', example: unsure }
  if (unsure === null) return { mark: '.', by: 'plain', example: null }
  const written = unsure.includes(',') ? ',' : '.'
  const other = written === ',' ? '.' : ','
  return { mark: threeDecimals.has(currency) ? written : other, by: 'assumed', example: unsure }
}

/** The mark that must be the decimal one, `unsure` for "1.234", null where there is none. */
function certainMark(bare: string): '.' | ',' | 'unsure' | null {
  const points = bare.split('.').length - 1
  const commas = bare.split(',').length - 1
  if (points === 0 && commas === 0) return null
  if (points > 0 && commas > 0) return bare.lastIndexOf('.') > bare.lastIndexOf(',') ? '.' : ','
  const mark = points > 0 ? '.' : ','
  if (points + commas > 1) return mark === '.' ? ',' : '.'
  const [whole = '', decimals = ''] = bare.split(mark)
  const couldBeThousands = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole)
  return couldBeThousands ? 'unsure' : mark
}

/** Digits and marks only: without currency, spaces and apostrophes between thousands, or a Swiss ".-". Null when it isn't one number. */
function bareNumber(text: string): string | null {
  const trimmed = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/[.,]?[-–—]+$/, '')
  const match = /^(?:[^\d.,-]+\.?)?(\d[\d.,]*|[.,]\d+)[^\d,-]*$/.exec(trimmed)
  return match?.[1]?.replace(/[.,]$/, '') ?? null
}

/** A decimal string such as "1234.5" (at most 4 decimals, no trailing zeros), or null when the text is no price that can be stored. */
export function parsePrice(text: string, mark: '.' | ','): string | null {
  const bare = bareNumber(text)
  if (bare === null) return null
  const other = mark === '.' ? ',' : '.'
  const parts = bare.split(mark)
  if (parts.length > 2) return null
  const [whole = '', decimals = ''] = parts
  if (decimals.includes(other)) return null
  // A mark among the whole part must separate threes (Indian style twos too): "12,5" is no twelve hundred and five.
  if (whole.includes(other) && !/^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/.test(whole)) return null
  const digits = whole.replaceAll(other, '').replace(/^0+(?=\d)/, '') || '0'
  if (digits.length > MAX_WHOLE_DIGITS) return null
  return canonicalPrice(`${digits}.${decimals}`)
}

/** "19.9000" and "19.90" become "19.9"; further decimals than four are rounded. */
export function canonicalPrice(price: string): string {
  const [whole = '0', decimals = ''] = price.split('.')
  if (decimals.length > 4) {
    const rounded = (BigInt(`${whole}${decimals.slice(0, 5)}`) + 5n) / 10n
    const text = rounded.toString().padStart(5, '0')
    return canonicalPrice(`${text.slice(0, -4)}.${text.slice(-4)}`)
  }
  const kept = decimals.replace(/0+$/, '')
  return kept ? `${whole}.${kept}` : whole
}
