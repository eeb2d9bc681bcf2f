import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './make-folder'

/**
 * A secret that is made once and then kept in the data folder (mode 600), base64 of `bytes.length` bytes.
 * Processes that start together agree on one.
 */
export function keptSecret(input: { dataDir: string; name: string; bytes: Buffer }): string {
  const path = join(input.dataDir, input.name)
  const known = readIfThere(path)
  if (known) return known
  makeFolder(input.dataDir)
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, input.bytes.toString('base64'), { mode: 0o600, flush: true })
  try {
    // A link, unlike a rename, fails where another process was first, and never shows a half-written file.
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  chmodSync(path, 0o600)
  return readFileSync(path, 'utf8').trim()
}

function readIfThere(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8').trim()
    if (text === '') rmSync(path)
    return text || null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
