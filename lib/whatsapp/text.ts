/** Any lone surrogate becomes U+FFFD, because `encodeURIComponent` throws on one; then NFC. */
export function wellFormed(text: string): string {
  return SIMPLE.test(text) ? text : text.replace(LONE_SURROGATE, '\uFFFD').normalize('NFC')
}

// Below U+0300 nothing combines and nothing is a surrogate.
// biome-ignore lint/suspicious/noControlCharactersInRegex: a range from zero
const SIMPLE = /^[\x00-\u02ff]*$/
// With the `u` flag a paired surrogate is one character, so this finds lone ones only.
const LONE_SURROGATE = /\p{Surrogate}/gu

/** A value on one line: line breaks and control characters become single spaces, ends are trimmed. */
export function oneLine(value: string): string {
  return BREAK.test(value) ? value.replace(BREAKS, ' ').trim() : value.trim()
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const BREAK = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const BREAKS = / *[\x00-\x1f\x7f-\x9f\u2028\u2029][\x00-\x20\x7f-\x9f\u2028\u2029]*/g

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** At most `max` characters as a reader counts them; an emoji or an accent is never cut in half. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  let kept = ''
  let count = 0
  for (const { segment } of graphemes.segment(text)) {
    if (count === max - 1) return kept.length + segment.length === text.length ? text : `${kept.trimEnd()}…`
    kept += segment
    count += 1
  }
  return text
}

/** As much of the text as fits in `maxBytes` once percent-encoded, marked with "…" where it was cut. */
export function shortenToBytes(text: string, maxBytes: number): string {
  if (encodedBytes(text) <= maxBytes) return text
  let kept = ''
  let room = maxBytes - encodedBytes('…')
  for (const { segment } of graphemes.segment(wellFormed(text))) {
    room -= encodedBytes(segment)
    if (room < 0) break
    kept += segment
  }
  return kept === '' ? '' : `${kept.trimEnd()}…`
}

/** Length of the text inside a URL. */
export function encodedBytes(text: string): number {
  return encodeURIComponent(wellFormed(text)).length
}
