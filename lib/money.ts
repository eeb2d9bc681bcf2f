/**
 * Money as decimal strings ("19.9", "19.9000"), exact to four decimals: no floats anywhere.
 * Amounts are in major units (pounds, not pence).
 */

const SCALE = 4
const DECIMAL = /^(-?)(\d{1,14})(?:\.(\d{1,4}))?$/

/** What a person typed or a file says, as a plain decimal string; null when it is not one.
 *  "19,90" is a decimal comma, "1.299,90" and "1,299.90" say which mark is which; "1,000" could mean either and is refused. */
export function parseMoney(text: string): string | null {
  const trimmed = withoutThousands(text.trim())
  const plain = /^\d+,(\d{1,2}|\d{4})$/.test(trimmed) ? trimmed.replace(',', '.') : trimmed
  return /^\d{1,10}(\.\d{1,4})?$/.test(plain) ? plain : null
}

/** Only where a second mark follows, which must then be the decimal one. */
function withoutThousands(text: string): string {
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '')
  return /^\d{1,3}(,\d{3})+\.\d+$/.test(text) ? text.replaceAll(',', '') : text
}

/** amount x quantity. Throws on an amount that is no decimal string or a quantity that is no whole number. */
export function multiplyMoney(amount: string, quantity: number): string {
  return toDecimal(toUnits(amount) * BigInt(quantity))
}

/** The sum of price x quantity; null while any price is unknown, because a sum without it would be wrong. */
export function totalMoney(lines: readonly { price: string | null; quantity: number }[]): string | null {
  let sum = 0n
  for (const { price, quantity } of lines) {
    if (price === null) return null
    sum += toUnits(price) * BigInt(quantity)
  }
  return toDecimal(sum)
}

/** "19.9", "GBP", "en-GB" -> "£19.90". Decimals are the currency's own (JPY 0, KWD 3); an unknown
 *  locale falls back to English and an unknown currency to "19.9 XXXX". */
export function formatMoney(amount: string, currency: string, locale: string): string {
  const format = formatFor(currency, locale)
  // The engine formats decimal strings exactly (ECMA-402 2023); the type asks for proof that it is one.
  return format && isDecimal(amount) ? format.format(amount) : `${amount} ${currency}`.trim()
}

function isDecimal(amount: string): amount is `${number}` {
  return DECIMAL.test(amount)
}

function toUnits(amount: string): bigint {
  const match = DECIMAL.exec(amount)
  if (!match) throw new Error(`Not a decimal amount: ${JSON.stringify(amount)}`)
  const [, sign = '', whole = '', fraction = ''] = match
  return BigInt(sign + whole + fraction.padEnd(SCALE, '0'))
}

function toDecimal(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(SCALE + 1, '0')
  const fraction = digits.slice(-SCALE).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -SCALE)}${fraction && `.${fraction}`}`
}

// Building an Intl.NumberFormat costs about 20 microseconds, using one about 1.
const formats = new Map<string, Intl.NumberFormat | null>()
const MAX_FORMATS = 100

function formatFor(currency: string, locale: string): Intl.NumberFormat | null {
  const key = `${currency}|${locale}`
  const known = formats.get(key)
  if (known !== undefined) return known
  if (formats.size >= MAX_FORMATS) formats.clear()
  const format = buildFormat(currency, locale) ?? buildFormat(currency, 'en')
  formats.set(key, format)
  return format
}

function buildFormat(currency: string, locale: string): Intl.NumberFormat | null {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
