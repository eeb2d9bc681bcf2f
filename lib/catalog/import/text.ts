const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  deg: '°',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  times: '×',
}

/** "Toys &amp; Games" as a person reads it. An unknown entity stays as it is. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return named[body.toLowerCase()] ?? whole
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : ''
  })
}

/**
 * A cell without the apostrophe WooCommerce puts before = + - @ so that spreadsheets don't run it as a formula
 * (class-wc-csv-exporter.php, escape_data), and trimmed.
 */
export function unescapeCell(cell: string | undefined): string {
  const text = (cell ?? '').trim()
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}

/** One line of plain text: NFC, no markup, no control characters, single spaces. */
export function plainLine(cell: string | undefined): string {
  const text = decodeEntities(unescapeCell(cell).replace(/<\/?[a-z][^<>]*>/gi, ' '))
  // \p{Cc}: control characters; Postgres refuses U+0000.
  const visible = text
    .replace(/[\p{Cc}\u200b\ufeff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return visible.replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFC')
}

/** A WooCommerce list: commas separate, `\,` is a comma, `\\` a backslash (explode_values in its importer). Empty parts are dropped. */
export function splitList(cell: string): string[] {
  const parts: string[] = ['']
  for (const piece of cell.match(/\\[\\,]|,|[^\\,]+|\\/g) ?? []) {
    if (piece === ',') parts.push('')
    else parts[parts.length - 1] += piece === '\\,' || piece === '\\\\' ? piece.slice(1) : piece
  }
  return parts.map(part => part.trim()).filter(Boolean)
}
