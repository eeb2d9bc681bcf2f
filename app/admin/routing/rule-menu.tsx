'use client'

import { Archive, ExternalLink, MoreHorizontal, Pause, Pencil, Play } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DropdownItem, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu'
import { toast } from '@/components/ui/toast'
import { archiveRulesAction, pauseRulesAction, resumeRulesAction } from './actions'
import type { RuleRow } from './rules-filter'

type RuleMenuProps = {
  rule: Pick<RuleRow, 'id' | 'path' | 'paused' | 'number'>
  /** Where its orders go once it no longer acts, in words: "the default number +44 …". */
  otherwise: string
}

const gone = 'This rule was changed or archived meanwhile.'

export function RuleMenu({ rule, otherwise }: RuleMenuProps) {
  const [confirming, setConfirming] = useState(false)
  const [pending, startTransition] = useTransition()
  const { id, paused } = rule
  const category = rule.path.at(-1) ?? ''

  function switchRule() {
    startTransition(async () => {
      const changed = await (paused ? resumeRulesAction([id]) : pauseRulesAction([id]))
      if (changed === 0) toast.error(gone)
      else if (paused) toast.success(`The rule for ${category} acts again.`)
      else toast.success(`Paused. ${category} goes to ${otherwise} meanwhile.`)
    })
  }

  return (
    <>
      <DropdownMenu
        trigger={
          <Button variant="ghost" size="sm" pending={pending} aria-label={`Actions for ${category}`}>
            {!pending && <MoreHorizontal aria-hidden />}
          </Button>
        }
      >
        <DropdownItem href={`/admin/routing/${id}`}>
          <Pencil aria-hidden /> Edit
        </DropdownItem>
        <DropdownItem onSelect={switchRule}>
          {paused ? <Play aria-hidden /> : <Pause aria-hidden />} {paused ? 'Resume' : 'Pause'}
        </DropdownItem>
        <DropdownItem href={`https://wa.me/${rule.number.digits}`} external>
          <ExternalLink aria-hidden /> Open in WhatsApp
        </DropdownItem>
        <DropdownSeparator />
        <DropdownItem danger onSelect={() => setConfirming(true)}>
          <Archive aria-hidden /> Archive
        </DropdownItem>
      </DropdownMenu>
      <ConfirmDialog
        title={`Archive the rule for ${category}?`}
        body={
          <>
            Orders for {category} will go to {otherwise} from now on, unless another rule of the product
            applies. The history keeps its names.
          </>
        }
        confirmLabel="Archive rule"
        open={confirming}
        onOpenChange={setConfirming}
        action={async () => {
          const archived = await archiveRulesAction([id])
          if (archived === 0) toast.error(gone)
          else toast.success(`The rule for ${category} is archived.`)
        }}
      />
    </>
  )
}
