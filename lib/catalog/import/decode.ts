import { isUtf8 } from 'node:buffer'

/** The file as UTF-8 without a byte-order mark, and the encoding it was found in; or one sentence why it is no CSV. */
export type DecodedFile =
  | { ok: true; bytes: Uint8Array; encoding: 'UTF-8' | 'damaged UTF-8' | 'UTF-16' | 'Windows-1252' }
  | { ok: false; message: string }

const decoder = new TextDecoder('utf-8')

/**
 * WooCommerce writes UTF-8 with a byte-order mark; spreadsheets save UTF-16 or Windows-1252.
 * Anything that is not UTF-8 and has no mark is read as Windows-1252, unless only a few bytes of it are bad UTF-8 (a file cut
 * in the middle of a letter); the caller says so.
 */
export function decodeFile(file: Uint8Array): DecodedFile {
  if (file.length === 0) return refuse('The file is empty.')
  const refusal = refuseOtherFormats(file)
  if (refusal) return refuse(refusal)

  const utf16 = utf16Order(file)
  if (utf16) {
    const text = new TextDecoder(utf16).decode(file)
    return { ok: true, bytes: Buffer.from(text.replace(/^\uFEFF/, ''), 'utf8'), encoding: 'UTF-16' }
  }
  if (file.subarray(0, 4096).includes(0)) return refuse('This is not a CSV file: it holds binary data.')

  const bytes = startsWith(file, [0xef, 0xbb, 0xbf]) ? file.subarray(3) : file
  if (isUtf8(bytes)) return { ok: true, bytes, encoding: 'UTF-8' }
  const mended = decoder.decode(bytes)
  if (isMostlyUtf8(mended)) return { ok: true, bytes: Buffer.from(mended, 'utf8'), encoding: 'damaged UTF-8' }
  return { ok: true, bytes: Buffer.from(fromWindows1252(bytes), 'utf8'), encoding: 'Windows-1252' }
}

/** What 0x80 to 0x9f are in Windows-1252: where Excel's euro sign, dashes and curly quotes live. */
const above127 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node's own TextDecoder('windows-1252') answers Latin-1, with control characters in their place (seen in Node 20). */
function fromWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\x80-\x9f]/g, letter => above127.charAt(letter.charCodeAt(0) - 0x80))
}

/** In Windows-1252 text nearly every accented letter is bad UTF-8; in damaged UTF-8 hardly any is. */
function isMostlyUtf8(mended: string): boolean {
  const bad = mended.match(/\ufffd/g)?.length ?? 0
  const good = mended.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return good > bad * 2
}

function refuse(message: string): DecodedFile {
  return { ok: false, message }
}

function refuseOtherFormats(file: Uint8Array): string | null {
  if (startsWith(file, [0x50, 0x4b, 0x03, 0x04]) || startsWith(file, [0xd0, 0xcf, 0x11, 0xe0])) {
    return 'This is a spreadsheet or a ZIP file, not a CSV. Export it from WooCommerce under Products > Export, or save it as CSV.'
  }
  if (startsWith(file, [0x25, 0x50, 0x44, 0x46])) return 'This is a PDF, not a CSV.'
  if (startsWith(file, [0x1f, 0x8b])) return 'This file is compressed. Unpack it and choose the CSV inside.'
  const start = decoder
    .decode(file.subarray(0, 512))
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase()
  if (start.startsWith('<!doctype') || start.startsWith('<html') || start.startsWith('<?xml')) {
    return 'This is a web page or an XML file, not a CSV. Download the export again from WooCommerce under Products > Export.'
  }
  if (start.startsWith('{"') || start.startsWith('[{')) return 'This is a JSON file, not a CSV.'
  return null
}

/** By its mark, or (spreadsheets forget it) by every second byte of plain letters being zero. */
function utf16Order(file: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(file, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(file, [0xfe, 0xff])) return 'utf-16be'
  const head = file.subarray(0, 64)
  if (head.length < 8) return null
  const zeros = (from: number) => head.filter((byte, index) => index % 2 === from && byte === 0).length
  if (zeros(1) > head.length * 0.4 && zeros(0) === 0) return 'utf-16le'
  if (zeros(0) > head.length * 0.4 && zeros(1) === 0) return 'utf-16be'
  return null
}

function startsWith(file: Uint8Array, bytes: number[]): boolean {
  return bytes.every((byte, index) => file[index] === byte)
}
