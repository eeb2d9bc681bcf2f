import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js'

export type ParsedNumber =
  /** `country` in English; null where the digits don't tell it. */
  | { ok: true; digits: string; formatted: string; country: string | null; warning: string | null }
  | { ok: false; message: string }

/**
 * A merchant's WhatsApp number as wa.me wants it: the full international number, digits only, 7 to 15 of them (E.164).
 * Only punctuation and one leading `+` are dropped. Digits are never rewritten: Mexico's 52 and 521, Argentina's 549
 * are both in real use. A pasted wa.me or api.whatsapp.com link is understood. For the admin; redirects never load this.
 */
export function parseNumber(text: string): ParsedNumber {
  const typed = asciiDigits(text)
    .replace(/\p{Cf}/gu, '')
    .trim()
  const number = fromLink(typed) ?? typed.replace(/^tel:/i, '')
  if (number === '') return refuse('Enter a WhatsApp number, for example +44 7700 900123.')
  if (/whatsapp|wa\.me/i.test(number))
    return refuse('That link does not contain a phone number. Enter the number itself.')
  if (/\p{L}/u.test(number)) return refuse('Use digits only, with the country code first.')
  if (number.includes('(0)')) return refuse('Leave out the (0): after a country code it is not dialled.')

  const compact = number.replace(/[\s\p{Pd}().[\]/·_,']/gu, '')
  const digits = compact.replace(/^\+/, '')
  if (!/^\d+$/.test(digits)) return refuse('Use digits only, with the country code first.')
  if (digits.startsWith('0')) return refuse('Start with the country code, without 0 or 00.')
  if (digits.length < 7) return refuse('Too short: country code and number have at least 7 digits.')
  if (digits.length > 15) return refuse('Too long: a phone number has at most 15 digits.')
  return {
    ok: true,
    digits,
    formatted: formatNumber(digits),
    country: countryOf(digits),
    warning: warningFor(digits),
  }
}

/** "5511988887777" -> "+55 11 98888-7777"; "+digits" where the format is not known. */
export function formatNumber(digits: string): string {
  if (isOldMexicanMobile(digits)) return formatNumber(`52${digits.slice(3)}`).replace('+52', '+52 1')
  const phone = known(digits)
  if (!phone) return `+${digits}`
  // The library writes spaces only; people at home write a hyphen between some groups.
  const national = phone.formatNational()
  const [code = '', ...groups] = phone.formatInternational().split(' ')
  return groups.reduce((text, group, at) => {
    const hyphen = at > 0 && national.includes(`${groups[at - 1]}-${group}`)
    return `${text}${hyphen ? '-' : ' '}${group}`
  }, code)
}

/** Whether `text` is how people dial this number, in its own country or from abroad: with 0, 00 or + in front, or nothing. */
export function isDialled(text: string, digits: string): boolean {
  const callingCode = known(digits)?.countryCallingCode
  const typed = text.trim().replace(/^00/, '+')
  return parsePhoneNumberFromString(typed, { defaultCallingCode: callingCode })?.number === `+${digits}`
}

function refuse(message: string): ParsedNumber {
  return { ok: false, message }
}

/** Full-width digits and signs, and both sets of Arabic digits, as ASCII. */
function asciiDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, digit => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) - 0x06f0))
}

function fromLink(text: string): string | null {
  const path = /^(?:https?:\/\/)?(?:www\.)?wa\.me\/(\+?[\d\s().-]+)(?:[/?#].*)?$/i.exec(text)
  if (path?.[1]) return path[1]
  if (!/^(?:https?:\/\/)?(?:api|web)\.whatsapp\.com\/send|^whatsapp:\/\/send/i.test(text)) return null
  const phone = /[?&]phone=((?:%2b|\+)?[\d\s().-]+)/i.exec(text)
  return phone?.[1]?.replace(/^%2b/i, '+') ?? null
}

function countryOf(digits: string): string | null {
  const code = known(digits)?.country
  return code ? (new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code) : null
}

function warningFor(digits: string): string | null {
  const phone = known(digits)
  if (phone?.isValid() || isOldMexicanMobile(digits)) return null
  return phone
    ? `This does not look like a +${phone.countryCallingCode} number in use. Check it, then test the link.`
    : 'No country is known to use numbers like this. Check the country code, then test the link.'
}

/** libphonenumber's view of exactly these digits; null where it would dial other ones. */
function known(digits: string): PhoneNumber | null {
  const phone = parsePhoneNumberFromString(`+${digits}`)
  return phone && phone.number === `+${digits}` ? phone : null
}

/** WhatsApp still knows Mexican mobiles of before 2019 by 52 1 and ten digits. */
function isOldMexicanMobile(digits: string): boolean {
  return /^521\d{10}$/.test(digits)
}
