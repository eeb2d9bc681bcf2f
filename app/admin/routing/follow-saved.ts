export type Saved<Fields> = { fields: Fields; version: string }

type Draft<Fields> = { base: Saved<Fields>; fields: Fields }

/**
 * The draft of a form after what is saved may have changed beneath it (another button of the page, another admin). One
 * that nobody touched follows; where only something beside its fields changed, the new version is fine, too; else it
 * stays as it is, with the old version, so that saving is refused and both versions are shown.
 */
export function followSaved<Fields>(draft: Draft<Fields>, saved: Saved<Fields>): Draft<Fields> {
  const { base, fields } = draft
  if (saved.version === base.version) return draft
  if (same(saved.fields, base.fields)) return { base: saved, fields }
  return same(fields, base.fields) ? { base: saved, fields: saved.fields } : draft
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
