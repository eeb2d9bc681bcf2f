'use server'

import { z } from 'zod'
import { requireUser } from '@/app/session'
import { applyRulesFile, previewRulesFile } from '@/lib/routing/rules-file/import-rules'
import { takeEffect } from '../take-effect'
import { type PreviewState, presentPreview } from './preview'

const upload = z.object({ file: z.instanceof(File) })
const previewed = upload.extend({ fingerprint: z.string().max(100) })

/** `state` is what the file would do now, when it was not imported. */
export type ImportState =
  | { ok: true; added: number; changed: number }
  | { ok: false; message: string; state: PreviewState }

export async function previewRulesAction(form: FormData): Promise<PreviewState> {
  await requireUser()
  const { file } = upload.parse({ file: form.get('file') })
  return presentPreview(await previewRulesFile(await bytesOf(file)))
}

/** All or nothing, and only what was previewed. */
export async function importRulesAction(form: FormData): Promise<ImportState> {
  const user = await requireUser()
  const { file, fingerprint } = previewed.parse({
    file: form.get('file'),
    fingerprint: form.get('fingerprint'),
  })
  const result = await applyRulesFile({ file: await bytesOf(file), fingerprint, now: new Date() }, user)
  if (result.ok) {
    await takeEffect()
    return { ok: true, added: result.added, changed: result.changed }
  }
  const message =
    result.reason === 'changed_meanwhile'
      ? 'Rules or categories changed since the preview, so nothing was imported. Below is what the file would do now.'
      : 'Nothing was imported. Mend the lines below in the file, then choose it again.'
  return { ok: false, message, state: presentPreview(result.preview) }
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer())
}
