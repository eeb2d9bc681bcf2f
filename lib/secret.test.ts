import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptSecret } from './secret'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chatcart-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const secret = (byte: number) =>
  keptSecret({ dataDir: join(folder, 'data'), name: 'key', bytes: Buffer.alloc(32, byte) })

test('the first one is kept, for the owner alone, and nothing else is left behind', () => {
  expect(secret(1)).toBe(Buffer.alloc(32, 1).toString('base64'))
  expect(secret(2)).toBe(secret(1))
  expect(statSync(join(folder, 'data', 'key')).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(folder, 'data'))).toEqual(['key'])
})

test('an empty file, as a full disk leaves it, is no secret', () => {
  secret(1)
  writeFileSync(join(folder, 'data', 'key'), '')
  expect(secret(2)).toBe(Buffer.alloc(32, 2).toString('base64'))
})
