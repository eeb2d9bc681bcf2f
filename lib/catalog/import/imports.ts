import { db } from '../../db'
import type { ImportStatus } from '../../generated/prisma/enums'
import { type Actor, changing } from '../../history/changing'
import { report } from '../../log'
import { uuidv7 } from '../../uuid'
import type { ReadingChoices } from './choices'
import { readExisting } from './existing'
import { readStoredFile, storeFile, type UploadedFile } from './file-store'
import { type ParsedFile, parseWooCommerce, type UnreadableFile } from './parse-woocommerce'
import { type ImportPlan, planImport } from './plan'
import { savePlan } from './save'

/** A worker that has given no sign of life for this long has died with its process. */
const DEAD_AFTER_MS = 30_000
const HEARTBEAT_MS = 5_000
const KEEP_FILES_MS = 24 * 60 * 60 * 1000
const MAX_SAVE_MS = 10 * 60 * 1000

export type ImportProgress = {
  id: string
  fileName: string
  status: ImportStatus
  /** Products written so far, of `total`. */
  processed: number
  total: number
  /** Lines that were left out, once it is done. */
  skipped: number
  error: string | null
  hasFile: boolean
}

/** Keeps an uploaded file for its preview; files older than a day are let go. */
export async function createImport(file: Omit<UploadedFile, 'id'>): Promise<string> {
  const id = uuidv7(file.now.getTime())
  await dropOldFiles(file.now)
  await storeFile({ ...file, id })
  return id
}

async function dropOldFiles(now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_FILES_MS)
  await db().$executeRaw`
    update catalog_imports set content = '' where created_at < ${before} and status <> 'running' and content <> ''`
}

/** An import and how far it is; one whose worker died is marked failed on the way. Null for an unknown id. */
export async function findImport(id: string, now: Date): Promise<ImportProgress | null> {
  await db().catalogImport.updateMany({
    where: { id, status: 'running', updatedAt: { lt: new Date(now.getTime() - DEAD_AFTER_MS) } },
    data: { status: 'failed', error: 'The import was interrupted; nothing was saved.' },
  })
  const rows = await db().$queryRaw<ImportProgress[]>`
    select id::text, file_name as "fileName", status::text, processed, total, skipped, error, length(content) > 0 as "hasFile"
    from catalog_imports where id = ${id}::uuid`
  return rows[0] ?? null
}

export type ImportPreview = { file: ParsedFile | UnreadableFile; plan: ImportPlan | null }

/** What importing the file would do to the catalogue as it is now. Null when the file is gone. */
export async function previewImport(
  id: string,
  choices: ReadingChoices,
  now: Date,
): Promise<ImportPreview | null> {
  const file = await readFile(id, choices, now)
  if (!file) return null
  if (!file.ok) return { file, plan: null }
  return { file, plan: await planImport(file.rows, await readExisting(db(), file.rows)) }
}

async function readFile(id: string, choices: ReadingChoices, now: Date) {
  const content = await readStoredFile(id)
  if (content.length === 0) return null
  const settings = await db().settings.findUniqueOrThrow({ where: { id: 1 }, select: { currency: true } })
  return parseWooCommerce(content, { ...choices, currency: settings.currency, now })
}

/** Claims an import for saving. False when another tab or process already has, or it is done. */
export async function startImport(id: string, now: Date): Promise<boolean> {
  const { count } = await db().catalogImport.updateMany({
    where: { id, status: { in: ['ready', 'failed'] } },
    data: { status: 'running', processed: 0, total: 0, error: null, updatedAt: now },
  })
  return count === 1
}

/**
 * Saves a claimed import: everything or nothing, in one transaction. Progress and signs of life are written beside the
 * transaction, on other connections, so that they show while it runs. Never throws for a save that failed: it is recorded.
 */
export async function runImport(input: {
  id: string
  choices: ReadingChoices
  now: Date
  actor: Actor
}): Promise<'done' | 'failed'> {
  const { id, choices, now, actor } = input
  const heartbeat = setInterval(() => void giveSignOfLife(id), HEARTBEAT_MS)
  try {
    const file = await readFile(id, choices, now)
    if (!file) throw new ImportRefused('The file is no longer here. Upload it again.')
    if (!file.ok) throw new ImportRefused(file.message)
    await changing(actor, tx => saveFile(tx, id, file), { maxWait: 30_000, timeout: MAX_SAVE_MS })
    return 'done'
  } catch (error) {
    const message =
      error instanceof ImportRefused ? error.message : 'Something went wrong while saving; nothing was saved.'
    if (!(error instanceof ImportRefused)) report('The product import failed', error)
    await db().catalogImport.updateMany({
      where: { id, status: 'running' },
      data: { status: 'failed', error: message.slice(0, 500) },
    })
    return 'failed'
  } finally {
    clearInterval(heartbeat)
  }
}

/** An expected reason for an import to stop. */
class ImportRefused extends Error {
  override name = 'ImportRefused'
}

type Transaction = Parameters<typeof savePlan>[0]

async function saveFile(tx: Transaction, id: string, file: ParsedFile): Promise<void> {
  // One import at a time: two would create the same categories twice.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('chatcart.catalog_import'))`
  const plan = await planImport(file.rows, await readExisting(tx, file.rows))
  const total = plan.create.length + plan.update.length
  await db().catalogImport.updateMany({ where: { id, status: 'running' }, data: { total } })
  await savePlan(tx, plan, async written => {
    await db().catalogImport.updateMany({ where: { id, status: 'running' }, data: { processed: written } })
  })
  // A worker that was given up for dead must not save behind the merchant's back.
  const { count } = await tx.catalogImport.updateMany({
    where: { id, status: 'running' },
    data: { status: 'done', processed: total, total, skipped: file.refused.length + plan.skip.length },
  })
  if (count !== 1) throw new ImportRefused('The import was interrupted; nothing was saved.')
}

async function giveSignOfLife(id: string): Promise<void> {
  try {
    await db().catalogImport.updateMany({ where: { id, status: 'running' }, data: { updatedAt: new Date() } })
  } catch (error) {
    // The save itself will find out; a missed beat alone is no reason to stop.
    report('A sign of life of the product import could not be written', error)
  }
}
