'use client'

import { useState } from 'react'
import { type Draft, followSaved, type Saved, same, settleDraft } from './follow-saved'

/** What stands in a form over what is saved. */
export function useDraft<Fields>(saved: Saved<Fields>) {
  const [draft, setDraft] = useState<Draft<Fields>>({
    base: saved,
    fields: saved.fields,
    seen: saved.version,
  })
  const next = followSaved(draft, saved)
  if (next !== draft) setDraft(next)
  const { base, fields } = next
  return {
    fields,
    set: (part: Partial<Fields>) => setDraft(now => ({ ...now, fields: { ...now.fields, ...part } })),
    version: base.version,
    /** Whether anything stands here that is not saved. */
    changed: !same(fields, base.fields),
    /** Goes on over what somebody else saved: with their fields, or with these. */
    rebase: (theirs: Saved<Fields>, take: 'mine' | 'theirs') =>
      setDraft(now => ({ ...now, base: theirs, fields: take === 'theirs' ? theirs.fields : fields })),
    /** Goes on after `sent` was saved. */
    settle: (sent: Fields, now: Saved<Fields>) => setDraft(draft => settleDraft(draft, sent, now)),
  }
}
