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

/** Each row is there for somebody to read; more would make the list slow to open on a phone. */
const most = 100

/**
 * The options whose texts or keywords contain every word of the query; case and accents do not matter. Those where
 * the words start words come first: "lord" is Lord Howe before it is Qyzylorda.
 */
export function filterOptions(options: Option[], query: string): { shown: Option[]; more: number } {
  const matches = matcher(query)
  const fits = startMatcher(query)
  const found: Option[] = []
  const within: Option[] = []
  for (const option of options) {
    const { above = '', label, hint = '', keywords = '' } = option
    const text = `${above} ${label} ${hint} ${keywords}`
    if (matches(text)) (fits(text) ? found : within).push(option)
  }
  found.push(...within)
  return { shown: found.slice(0, most), more: Math.max(0, found.length - most) }
}

/** Whether a text contains every word of the query; case and accents do not matter. */
export function matcher(query: string): (text: string) => boolean {
  const words = wordsOf(query)
  return text => {
    const folded = plain(text)
    return words.every(word => folded.includes(word))
  }
}

/** Whether every word of the query starts a word of the text. */
function startMatcher(query: string): (text: string) => boolean {
  const words = wordsOf(query)
  return text => {
    const folded = plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ')
    return words.every(word => ` ${folded}`.includes(` ${word}`))
  }
}

function wordsOf(query: string): string[] {
  return plain(query).split(/\s+/).filter(Boolean)
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
