'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { z } from 'zod'
import { Alert } from '@/components/ui/alert'
import { FileDrop } from '@/components/ui/file-drop'
import { ProgressBar } from './progress-bar'

const MAX_MEGABYTES = 50

type Upload = { name: string; sent: number }

/** Sends the chosen file as it is chosen or dropped, then opens its preview. */
export function UploadForm() {
  const router = useRouter()
  const [upload, setUpload] = useState<Upload | null>(null)
  const [error, setError] = useState<string | null>(null)

  async function take(file: File) {
    setError(null)
    if (file.size > MAX_MEGABYTES * 1024 * 1024) {
      return setError(`${file.name} is larger than ${MAX_MEGABYTES} MB. Export it in parts.`)
    }
    setUpload({ name: file.name, sent: 0 })
    const result = await send(file, sent => setUpload({ name: file.name, sent }))
    if (result.ok) return router.push(`/admin/products/import/${result.id}`)
    setUpload(null)
    setError(result.message)
  }

  if (upload) {
    return (
      <div className="py-10">
        <ProgressBar
          value={upload.sent}
          label={upload.sent < 1 ? `Uploading ${upload.name}` : `Reading ${upload.name}`}
        />
      </div>
    )
  }
  return (
    <div className="space-y-4">
      {error && <Alert tone="red">{error}</Alert>}
      <FileDrop
        label="Choose a CSV file"
        hint={`or drop it here; up to ${MAX_MEGABYTES} MB`}
        accept=".csv,.txt,.tsv,text/csv"
        onFile={file => void take(file)}
      />
    </div>
  )
}

const answer = z.union([z.object({ id: z.string() }), z.object({ error: z.object({ message: z.string() }) })])

type SendResult = { ok: true; id: string } | { ok: false; message: string }

/** XMLHttpRequest, because fetch tells nothing of an upload's progress. */
function send(file: File, onProgress: (sent: number) => void): Promise<SendResult> {
  const failed: SendResult = {
    ok: false,
    message: 'The upload did not go through. Check the connection and try again.',
  }
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/admin/imports?name=${encodeURIComponent(file.name)}`)
    request.responseType = 'json'
    request.upload.onprogress = event => onProgress(event.total > 0 ? event.loaded / event.total : 0)
    request.onerror = () => resolve(failed)
    request.onload = () => {
      const parsed = answer.safeParse(request.response)
      if (!parsed.success) resolve(failed)
      else if ('id' in parsed.data) resolve({ ok: true, id: parsed.data.id })
      else resolve({ ok: false, message: parsed.data.error.message })
    }
    request.send(file)
  })
}
