import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { processOwner } from '../process-owner'
import { clickOn, linesOf, productsIn } from './click.fixture'
import { Spool, SpoolRefused } from './spool'

let directory = ''
let reports: string[] = []
const open = (maxBytes = 1e9, folder = directory) =>
  new Spool(folder, maxBytes, message => void reports.push(message))

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'spool-'))
  reports = []
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const clicks = (count: number, from = 1) =>
  linesOf(Array.from({ length: count }, (_, i) => clickOn(from + i)))
const files = () => readdirSync(directory).sort()
const onlyFile = () => join(directory, files()[0] ?? '')

function drain(spool: Spool): (number | null)[] {
  const products: (number | null)[] = []
  for (let batch = spool.next(); batch; batch = spool.next()) {
    products.push(...productsIn(batch.lines))
    spool.commit(batch)
  }
  return products
}
const range = (count: number, from = 1) => Array.from({ length: count }, (_, i) => from + i)

/** A file of a process that is gone. */
function leaveBehind(lines: string, name = '00000000'): string {
  const owner = processOwner().replace(/~.*/, '~999999999~1')
  const path = join(directory, `${owner}.${name}.clicks`)
  writeFileSync(path, lines)
  return path
}
describe('append and commit', () => {
  test('what is appended is on disk at once, readable by its owner alone', () => {
    const spool = open()
    const two = clicks(2)
    spool.append(two)
    expect(readFileSync(onlyFile(), 'utf8')).toBe(two.join(''))
    expect(statSync(onlyFile()).mode & 0o777).toBe(0o600)
    expect(spool.pending).toBe(2)
  })

  test('comes out in order, in batches of whole lines, and leaves the disk', () => {
    const spool = open()
    spool.append(clicks(1_500))
    const first = spool.next()
    const taken = first ? productsIn(first.lines) : []
    expect(taken.length).toBeGreaterThan(500)
    expect(taken).toEqual(range(taken.length))
    if (first) spool.commit(first)
    expect(spool.pending).toBe(1_500 - taken.length)
    spool.append(clicks(1, 1_501))
    expect(drain(spool)).toEqual(range(1_501 - taken.length, taken.length + 1))
    expect([spool.pending, spool.bytes]).toEqual([0, 0])
    expect(statSync(onlyFile()).size).toBe(0)
    spool.append(clicks(1, 7))
    expect(drain(spool)).toEqual([7])
  })

  test('what was not committed comes again', async () => {
    const spool = open()
    spool.append(clicks(2))
    spool.next()
    expect(drain(spool)).toEqual([1, 2])
  })

  test('a batch committed late does not take away what came meanwhile', async () => {
    const spool = open()
    spool.append(clicks(1))
    const batch = spool.next()
    spool.append(clicks(1, 2))
    if (batch) spool.commit(batch)
    expect(readFileSync(onlyFile(), 'utf8').split('\n')).toHaveLength(3)
    expect(drain(spool)).toEqual([2])
  })
})

test('rotates, and loses none and no order', async () => {
  const spool = open()
  const batches = 80
  for (let i = 0; i < batches; i++) spool.append(clicks(1_000, 1 + i * 1_000))
  expect(files().length).toBeGreaterThan(5)
  const products = drain(spool)
  expect(products).toEqual(range(batches * 1_000))
  expect([spool.pending, spool.bytes]).toEqual([0, 0])
  expect(files()).toHaveLength(1)
  expect(statSync(onlyFile()).size).toBe(0)
})

test('refuses beyond its bound, keeps none of the refused, and takes again once drained', async () => {
  const one = clicks(1).join('').length
  const spool = open(one * 10)
  spool.append(clicks(9))
  expect(() => spool.append(clicks(2, 10))).toThrow(SpoolRefused)
  expect(drain(spool)).toEqual(range(9))
  spool.append(clicks(2, 10))
  expect(drain(spool)).toEqual([10, 11])
})

test('a folder that can’t be made is a refusal, and heals', async () => {
  const path = join(directory, 'blocked')
  writeFileSync(path, '')
  const spool = open(1e9, path)
  expect(() => spool.append(clicks(1))).toThrow(SpoolRefused)
  expect(spool.pending).toBe(0)
  rmSync(path)
  spool.append(clicks(1))
  expect(drain(spool)).toEqual([1])
})

describe('on a disk with little room', () => {
  const mount = join(tmpdir(), `spool-tmpfs-${process.pid}`)
  let mounted = false
  try {
    mkdirSync(mount)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mount], { stdio: 'ignore' })
    mounted = true
  } catch {
    rmSync(mount, { recursive: true, force: true })
  }
  afterEach(() => {
    if (mounted) execFileSync('umount', ['-l', mount])
    rmSync(mount, { recursive: true, force: true })
  })

  test.skipIf(!mounted)(
    'a write that fits only in part leaves nothing (needs the right to mount a tmpfs)',
    async () => {
      const spool = open(1e9, join(mount, 'clicks'))
      const accepted: number[] = []
      let refusals = 0
      for (let n = 1; refusals < 5; n += 50) {
        try {
          spool.append(clicks(50, n))
          accepted.push(...range(50, n))
        } catch (error) {
          expect(error).toBeInstanceOf(SpoolRefused)
          refusals++
        }
      }
      expect(accepted.length).toBeGreaterThan(100)
      const left = readdirSync(join(mount, 'clicks')).flatMap(file =>
        readFileSync(join(mount, 'clicks', file), 'utf8')
          .split('\n')
          .filter(Boolean),
      )
      expect(left).toHaveLength(accepted.length)
      expect(drain(spool)).toEqual(accepted)
      // The room of a removed file comes back once it is closed, off the event loop.
      await vi.waitFor(() => spool.append(clicks(50)), { timeout: 5_000 })
      expect(drain(spool)).toEqual(range(50))
      spool.close()
    },
  )
})

describe('adoption', () => {
  test('of a process killed on the way', async () => {
    const script = `
      import { Spool } from ${JSON.stringify(new URL('./spool.ts', import.meta.url).href)}
      import { clickOn, linesOf } from ${JSON.stringify(new URL('./click.fixture.ts', import.meta.url).href)}
      const spool = new Spool(${JSON.stringify(directory)}, 1e9, () => {})
      spool.append(linesOf([clickOn(1), clickOn(2)]))
      process.stdout.write('written')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
    await once(child.stdout, 'data')
    const spool = open()
    expect(spool.adopt(Date.now())).toBe(0)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(spool.adopt(Date.now())).toBe(1)
    expect(spool.adopt(Date.now())).toBe(0)
    expect(drain(spool)).toEqual([1, 2])
    expect(files()).toEqual([])
  })

  test('oldest first, before its own', async () => {
    const spool = open()
    leaveBehind(clicks(2, 3).join(''), '00000002')
    leaveBehind(clicks(2, 1).join(''), '00000001')
    spool.append(clicks(1, 9))
    expect(spool.adopt(Date.now())).toBe(2)
    expect(drain(spool)).toEqual([1, 2, 3, 4, 9])
  })

  test('while a batch is on its way: nothing is lost or given out for committed', async () => {
    const spool = open()
    spool.append(clicks(3, 7))
    const batch = spool.next()
    spool.append(clicks(1, 10))
    leaveBehind(clicks(2).join(''))
    spool.adopt(Date.now())
    if (batch) spool.commit(batch)
    expect(drain(spool)).toEqual([1, 2, 10])
    expect([spool.pending, spool.bytes]).toEqual([0, 0])
  })

  test.each([
    ['a torn last line: its shopper was never answered', (text: string) => text.slice(0, -20), [1]],
    ['a megabyte of zeros in front', (text: string) => `${'\0'.repeat(2 ** 20)}\n${text}`, [null, 1, 2]],
    ['zeros at the end, as a power cut leaves them', (text: string) => `${text}${'\0'.repeat(50)}`, [1, 2]],
    ['an empty file', () => '', []],
  ])('of %s', async (_, damage, products) => {
    leaveBehind(damage(clicks(2).join('')))
    const spool = open()
    spool.adopt(Date.now())
    expect(drain(spool)).toEqual(products)
    expect([spool.pending, spool.bytes, files()]).toEqual([0, 0, []])
  })

  test('two at once: one gets it', async () => {
    leaveBehind(clicks(2).join(''))
    const [one, two] = [open(), open()]
    expect(one.adopt(Date.now()) + two.adopt(Date.now())).toBe(1)
    expect([...drain(one), ...drain(two)]).toEqual([1, 2])
  })

  test('a file that vanishes later on costs nothing', () => {
    leaveBehind(clicks(2).join(''))
    const spool = open()
    spool.adopt(Date.now())
    rmSync(onlyFile())
    spool.append(clicks(1, 9))
    expect(drain(spool)).toEqual([1, 2, 9])
    expect([spool.bytes, reports]).toEqual([0, []])
  })

  test('what can’t be read holds up nothing and stays', () => {
    mkdirSync(leaveBehind('').replace('00000000', '00000001'))
    const spool = open()
    spool.adopt(Date.now())
    spool.append(clicks(1, 9))
    expect(drain(spool)).toEqual([9])
    expect(reports).toHaveLength(1)
    expect(files().length).toBeGreaterThan(0)
  })

  test('of another host only once it has not stirred for a minute', () => {
    const path = join(directory, 'elsewhere~1~1.00000000.clicks')
    writeFileSync(path, clicks(1).join(''))
    const spool = open()
    const written = statSync(path).mtimeMs
    expect(spool.adopt(written + 59_000)).toBe(0)
    expect(spool.adopt(written + 61_000)).toBe(1)
  })

  test('looking for orphans says to other hosts that this process lives', () => {
    const spool = open()
    spool.append(clicks(1))
    utimesSync(onlyFile(), 1_000, 1_000)
    const now = Date.now()
    spool.adopt(now)
    expect(Math.abs(statSync(onlyFile()).mtimeMs - now)).toBeLessThan(1_000)
  })

  test('a file taken away from its living owner costs neither the old nor the new clicks', async () => {
    const spool = open()
    spool.append(clicks(1))
    renameSync(onlyFile(), join(directory, 'taken'))
    spool.beat(Date.now())
    spool.append(clicks(1, 2))
    expect(readFileSync(onlyFile(), 'utf8')).toContain('"human"')
    expect(files()).toHaveLength(2)
    expect(drain(spool)).toEqual([1, 2])
  })
})

test('closing leaves what waits, removes what is empty', async () => {
  const spool = open()
  spool.append(clicks(1))
  spool.close()
  expect(files()).toHaveLength(1)
  drain(spool)
  expect(files()).toEqual([])
})
