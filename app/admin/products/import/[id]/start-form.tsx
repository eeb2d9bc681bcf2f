'use client'

import { useFormStatus } from 'react-dom'
import { Button } from '@/components/ui/button'
import { formatChoices, type ReadingChoices } from '@/lib/catalog/import/choices'
import { startImportAction } from '../actions'

type StartFormProps = { id: string; choices: ReadingChoices; count: number; locale: string }

/** Starts the import with the same reading of the file that the preview shows. */
export function StartForm({ id, choices, count, locale }: StartFormProps) {
  return (
    <form action={startImportAction}>
      <input type="hidden" name="id" value={id} />
      {formatChoices(choices).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <StartButton label={`Import ${count.toLocaleString(locale)} product${count === 1 ? '' : 's'}`} />
    </form>
  )
}

function StartButton({ label }: { label: string }) {
  const { pending } = useFormStatus()
  return (
    <Button type="submit" variant="primary" pending={pending}>
      {label}
    </Button>
  )
}
