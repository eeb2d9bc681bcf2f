'use client'

import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { archiveRulesAction, assignNumberAction, resumeRulesAction } from '../actions'

type RuleFixProps = { id: number; category: string }

const gone = 'This rule was changed or archived meanwhile.'

export function ResumeRuleButton({ id, category }: RuleFixProps) {
  const [pending, startTransition] = useTransition()
  return (
    <Button
      size="sm"
      pending={pending}
      aria-label={`Resume the rule for ${category}`}
      onClick={() =>
        startTransition(async () => {
          if ((await resumeRulesAction([id])) > 0) toast.success(`The rule for ${category} acts again.`)
          else toast.error(gone)
        })
      }
    >
      Resume
    </Button>
  )
}

export function ArchiveRuleButton({ id, category }: RuleFixProps) {
  return (
    <ConfirmDialog
      title={`Archive the rule for ${category}?`}
      body="It goes off the list and no longer acts. The history keeps it, and you can add a new one at any time."
      confirmLabel="Archive rule"
      trigger={
        <Button size="sm" variant="ghost" aria-label={`Archive the rule for ${category}`}>
          Archive
        </Button>
      }
      action={async () => {
        if ((await archiveRulesAction([id])) > 0) toast.success(`The rule for ${category} is archived.`)
        else toast.error(gone)
      }}
    />
  )
}

type SendTooProps = { category: { id: number; name: string }; to: { digits: string; name: string } }

/** Two categories that meet in carts are mended by one number for both. */
export function SendTooButton({ category, to }: SendTooProps) {
  return (
    <ConfirmDialog
      title={`Send ${category.name} to ${to.name}, too?`}
      body={`Its rule sends to ${to.name} from then on, from product pages, too.`}
      confirmLabel="Send there"
      tone="primary"
      trigger={
        <Button size="sm" aria-label={`Send ${category.name} to ${to.name}, too`}>
          One number
        </Button>
      }
      action={async () => {
        const form = new FormData()
        form.set('number', to.digits)
        const { ok, message } = await assignNumberAction([category.id], form)
        if (!ok) return { error: message ?? gone }
        toast.success(`${category.name} goes to ${to.name} now.`)
      }}
    />
  )
}
