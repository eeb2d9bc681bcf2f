'use client'

import { Archive, Pause, Play } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import type { Option } from '@/components/ui/combobox-filter'
import { type ArchivedNumber, ArchiveNumberDialog } from '../archive-number-dialog'
import { type SwitchedNumber, switchNumber } from '../switch-number'

type NumberButtonsProps = { number: ArchivedNumber & SwitchedNumber; others: Option[] }

export function NumberButtons({ number, others }: NumberButtonsProps) {
  const [archiving, setArchiving] = useState(false)
  const [pending, startTransition] = useTransition()
  return (
    <>
      <Button pending={pending} onClick={() => startTransition(() => switchNumber(number))}>
        {!pending && (number.paused ? <Play aria-hidden /> : <Pause aria-hidden />)}
        {number.paused ? 'Resume' : 'Pause'}
      </Button>
      <Button onClick={() => setArchiving(true)}>
        <Archive aria-hidden /> Archive
      </Button>
      <ArchiveNumberDialog number={number} others={others} open={archiving} onOpenChange={setArchiving} />
    </>
  )
}
