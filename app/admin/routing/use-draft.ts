'use client'

import { useState } from 'react'

type Saved<Fields> = { fields: Fields; version: string }

/**
 * What stands in a form over what is saved, which can change while the form is open (another button of the page, another
 * admin). A form that nobody touched follows; where only something beside its fields changed, the new version is fine, too;
 * else the version stays the old one, so that saving is refused and both versions are shown.
 */
export function useDraft<Fields>(saved: Saved<Fields>) {
  const [base, setBase] = useState(saved)
  const [fields, setFields] = useState(saved.fields)
  if (saved.version !== base.version) {
    if (same(saved.fields, base.fields)) setBase(saved)
    else if (same(fields, base.fields)) {
      setBase(saved)
      setFields(saved.fields)
    }
  }
  return {
    fields,
    set: (part: Partial<Fields>) => setFields({ ...fields, ...part }),
    version: base.version,
    /** Goes on over what somebody else saved: with their fields, or with these. */
    rebase: (theirs: Saved<Fields>, take: 'mine' | 'theirs') => {
      setBase(theirs)
      if (take === 'theirs') setFields(theirs.fields)
    },
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
