'use client'

import { useState } from 'react'
import { followSaved, type Saved } from './follow-saved'

/** What stands in a form over what is saved. */
export function useDraft<Fields>(saved: Saved<Fields>) {
  const [draft, setDraft] = useState({ base: saved, fields: saved.fields })
  const next = followSaved(draft, saved)
  if (next !== draft) setDraft(next)
  const { base, fields } = next
  return {
    fields,
    set: (part: Partial<Fields>) => setDraft(now => ({ base: now.base, fields: { ...now.fields, ...part } })),
    version: base.version,
    /** Goes on over what somebody else saved: with their fields, or with these. */
    rebase: (theirs: Saved<Fields>, take: 'mine' | 'theirs') =>
      setDraft({ base: theirs, fields: take === 'theirs' ? theirs.fields : fields }),
  }
}
