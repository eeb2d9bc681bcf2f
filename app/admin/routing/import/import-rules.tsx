'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { FileDrop } from '@/components/ui/file-drop'
import { Spinner } from '@/components/ui/spinner'
import { toast } from '@/components/ui/toast'
import { maxFileBytes } from '@/lib/routing/rules-file/cells'
import { importRulesAction, previewRulesAction } from './actions'
import { FileFormat } from './file-format'
import type { Preview } from './preview'
import { RulesPreview } from './rules-preview'

type Chosen = { file: File; preview: Preview }

/** Choose a file, see what it would do, then import it as a whole. */
export function ImportRules({ locale }: { locale: string }) {
  const router = useRouter()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [message, setMessage] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()

  function choose(file: File) {
    if (file.size > maxFileBytes) {
      return setMessage(`${file.name} is larger than ${maxFileBytes / 1000} kB. Import it in parts.`)
    }
    startTransition(async () => {
      const form = new FormData()
      form.set('file', file)
      const answer = await previewRulesAction(form)
      setMessage(answer.ok ? null : answer.message)
      setChosen(answer.ok ? { file, preview: answer.preview } : null)
    })
  }

  function save({ file, preview }: Chosen) {
    startTransition(async () => {
      const form = new FormData()
      form.set('file', file)
      form.set('fingerprint', preview.fingerprint)
      const answer = await importRulesAction(form)
      if (answer.ok) {
        toast.success(`Imported: ${answer.added} added, ${answer.changed} changed. It is in effect.`)
        return router.push('/admin/routing')
      }
      setMessage(answer.message)
      setChosen(answer.state.ok ? { file, preview: answer.state.preview } : null)
    })
  }

  return (
    <div className="space-y-6">
      {message && <Alert tone="red">{message}</Alert>}
      {chosen ? (
        <RulesPreview
          name={chosen.file.name}
          preview={chosen.preview}
          locale={locale}
          pending={pending}
          onImport={() => save(chosen)}
          onBack={() => {
            setChosen(null)
            setMessage(null)
          }}
        />
      ) : (
        <>
          <Card>
            {pending ? (
              <p role="status" className="flex items-center justify-center gap-3 py-16 text-muted">
                <Spinner /> Reading the file
              </p>
            ) : (
              <FileDrop
                label="Choose a CSV file"
                hint="or drop it here; you see what it does before anything is saved"
                accept=".csv,.txt,.tsv,text/csv"
                onFile={choose}
              />
            )}
          </Card>
          <FileFormat />
        </>
      )}
    </div>
  )
}
