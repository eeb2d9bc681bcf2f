import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder } from './make-folder'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'folder-'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('makes what is missing, and twice is once', () => {
  const path = join(root, 'a/b/c')
  makeFolder(path)
  makeFolder(path)
  expect(statSync(path).isDirectory()).toBe(true)
})

test('says what is in the way', () => {
  writeFileSync(join(root, 'file'), '')
  expect(() => makeFolder(join(root, 'file/below'))).toThrow(/ENOTDIR.*file\/below/)
})

test.runIf(process.platform === 'linux')('ends where the file system takes none', () => {
  expect(() => makeFolder('/proc/no-such/folder')).toThrow(/ENOENT.*\/proc\/no-such/)
})
