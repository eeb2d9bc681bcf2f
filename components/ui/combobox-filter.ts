export type Option = {
  value: string
  label: string
  /** Muted text in front of the label, for example the path that leads to it; the label stays readable. */
  above?: string
  /** Muted text on the right. */
  hint?: string
  /** Found by these words, too. */
  keywords?: string
  disabled?: boolean
}

/** More than this many rows would make the list slow to open. */
const most = 200

/** The options whose texts or keywords contain every word of the query; case and accents do not matter. */
export function filterOptions(options: Option[], query: string): { shown: Option[]; more: number } {
  const matches = matcher(query)
  const found = options.filter(({ above = '', label, hint = '', keywords = '' }) =>
    matches(`${above} ${label} ${hint} ${keywords}`),
  )
  return { shown: found.slice(0, most), more: Math.max(0, found.length - most) }
}

/** Whether a text contains every word of the query; case and accents do not matter. */
export function matcher(query: string): (text: string) => boolean {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return text => {
    const folded = plain(text)
    return words.every(word => folded.includes(word))
  }
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
