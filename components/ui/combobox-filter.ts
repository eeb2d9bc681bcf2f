export type Option = {
  value: string
  label: string
  /** Muted text on the right. */
  hint?: string
  disabled?: boolean
}

/** More than this many rows would make the list slow to open. */
const most = 200

/** The options whose label or hint contains every word of the query; case and accents do not matter. */
export function filterOptions(options: Option[], query: string): { shown: Option[]; more: number } {
  const words = plain(query).split(/\s+/).filter(Boolean)
  const found = options.filter(option => {
    const text = plain(`${option.label} ${option.hint ?? ''}`)
    return words.every(word => text.includes(word))
  })
  return { shown: found.slice(0, most), more: Math.max(0, found.length - most) }
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
