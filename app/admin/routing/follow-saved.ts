export type Saved<Fields> = { fields: Fields; version: string }

/** `seen` is the version that the page last came with: an old page must not bring back what was chosen after it. */
export type Draft<Fields> = { base: Saved<Fields>; fields: Fields; seen: string }

/**
 * The draft of a form after what is saved may have changed beneath it (another button of the page, another admin). One
 * that nobody touched follows; where only something beside its fields changed, the new version is fine, too; else it
 * stays as it is, with the old version, so that saving is refused and both versions are shown.
 */
export function followSaved<Fields>(draft: Draft<Fields>, saved: Saved<Fields>): Draft<Fields> {
  const { base, fields, seen } = draft
  if (saved.version === seen) return draft
  const now = { ...draft, seen: saved.version }
  if (saved.version === base.version) return now
  if (same(saved.fields, base.fields)) return { ...now, base: saved }
  return same(fields, base.fields) ? { ...now, base: saved, fields: saved.fields } : now
}

/** The draft after `sent` was saved and stands as `saved` now: what was typed since then stays. */
export function settleDraft<Fields>(draft: Draft<Fields>, sent: Fields, saved: Saved<Fields>): Draft<Fields> {
  return { ...draft, base: saved, fields: same(draft.fields, sent) ? saved.fields : draft.fields }
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
