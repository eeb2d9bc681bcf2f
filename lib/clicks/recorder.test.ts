import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { clickOn, productsIn } from './click.fixture'
import { encodeClick } from './click-line'
import { ClicksRefused, type Gap } from './insert-clicks'
import { ClickRecorder } from './recorder'
import { Spool } from './spool'

const start = Date.parse('2026-03-01T12:00:00Z')
let root = ''
let directory = ''
let reports: string[] = []
let recorders: ClickRecorder[] = []

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'recorder-'))
  directory = join(root, 'clicks')
  reports = []
  recorders = []
})
afterEach(async () => {
  for (const recorder of recorders) await recorder.stop(0)
  rmSync(root, { recursive: true, force: true })
})

/** A database that can go away, answer late, and never takes the products named as bad. */
class Database {
  rows = new Map<string, number | null>()
  gaps = new Map<string, number>()
  away = false
  /** Which call fails once. */
  failAt = 0
  bad = new Set<number>()
  held: Promise<void> | null = null

  insert = async (lines: Buffer) => {
    await this.held
    if (this.away || --this.failAt === 0) throw new Error('connection refused')
    const products = productsIn(lines)
    if (products.some(product => product !== null && this.bad.has(product)))
      throw new ClicksRefused('bad row')
    for (const [n, line] of lines.toString().split('\n').slice(0, -1).entries())
      this.rows.set(line.slice(2, 38), products[n] ?? null)
  }
  insertUnrecorded = async ({ id, count }: Gap) => {
    if (this.away) throw new Error('connection refused')
    this.gaps.set(id, count)
  }
  get products() {
    return [...this.rows.values()]
  }
  get unrecorded() {
    return [...this.gaps.values()].reduce((sum, count) => sum + count, 0)
  }
  /** Lets nothing through until the returned function is called. */
  hold(): () => void {
    let release = () => {}
    this.held = new Promise(resolve => {
      release = resolve
    })
    return () => {
      this.held = null
      release()
    }
  }
}

function setUp({ maxBytes = 1e9 } = {}) {
  const database = new Database()
  const spool = new Spool(directory, maxBytes, message => void reports.push(message))
  const recorder = new ClickRecorder({
    spool,
    insert: database.insert,
    insertUnrecorded: database.insertUnrecorded,
    now: () => start,
    report: message => void reports.push(message),
  })
  recorders.push(recorder)
  const record = (n: number) => new Promise<void>(answered => recorder.record(clickOn(n), answered))
  return { database, spool, recorder, record }
}

/** Generous: the machine may be busy. */
const eventually = (check: () => unknown) => vi.waitFor(check, { interval: 10, timeout: 5_000 })

const lines = () =>
  readdirSync(directory).flatMap(file =>
    readFileSync(join(directory, file), 'utf8').split('\n').filter(Boolean),
  )
/** No folder can be made where a file is. */
const blockDisk = () => writeFileSync(directory, '')
const freeDisk = () => rmSync(directory)

describe('with the disk', () => {
  test('a click is on disk before its shopper is answered, with one write for all of a turn', async () => {
    const { recorder, spool } = setUp()
    const writes = vi.spyOn(spool, 'append')
    const onDisk: number[] = []
    for (let n = 1; n <= 3; n++) recorder.record(clickOn(n), () => void onDisk.push(lines().length))
    await eventually(() => expect(onDisk).toEqual([3, 3, 3]))
    expect(writes).toHaveBeenCalledTimes(1)
  })

  test('what was answered before the database was there is stored once it is', async () => {
    const { recorder, record, database } = setUp()
    await Promise.all([1, 2, 3].map(record))
    expect(database.rows.size).toBe(0)
    recorder.start()
    await eventually(() => expect(database.products).toEqual([1, 2, 3]))
    expect(recorder.pending).toBe(0)
    expect(lines()).toEqual([])
  })

  test('the database goes away and comes back: answers do not wait, nothing is lost', async () => {
    const { recorder, record, database } = setUp()
    recorder.start()
    database.away = true
    await record(1)
    await eventually(() => expect(recorder.databaseIsAway).toBe(true))
    await record(2)
    database.away = false
    await eventually(() => expect(database.products).toEqual([1, 2]))
    expect(recorder.databaseIsAway).toBe(false)
    expect(recorder.unrecordedTotal).toBe(0)
    expect(reports).toHaveLength(2)
  })

  test('a slow database holds up nobody', async () => {
    const { recorder, record, database } = setUp()
    const release = database.hold()
    recorder.start()
    await record(1)
    await record(2)
    expect(database.rows.size).toBe(0)
    release()
    await eventually(() => expect(database.products).toEqual([1, 2]))
  })

  test('a row the database never takes is counted once and costs no other', async () => {
    const { recorder, record, database } = setUp()
    database.bad.add(3)
    await Promise.all([1, 2, 3, 4, 5].map(record))
    recorder.start()
    await eventually(() => expect(database.unrecorded).toBe(1))
    expect(database.products.sort()).toEqual([1, 2, 4, 5])
    expect(recorder.unrecordedTotal).toBe(1)
    expect(lines()).toEqual([])
  })

  test('bad rows of any length, in any place, cost no other', async () => {
    const { recorder, database } = setUp()
    const via = 'x'.repeat(500)
    for (let n = 1; n <= 9; n++) recorder.record(clickOn(n, n % 4 === 0 ? { via } : {}), () => {})
    for (const n of [1, 4, 5, 9]) database.bad.add(n)
    recorder.start()
    await eventually(() => expect(database.unrecorded).toBe(4))
    expect(database.products.sort()).toEqual([2, 3, 6, 7, 8])
  })

  test('the database goes away amid a bad batch: the bad row is still counted once', async () => {
    const { recorder, record, database } = setUp()
    database.bad.add(1)
    database.failAt = 4
    await Promise.all([1, 2, 3, 4].map(record))
    recorder.start()
    await eventually(() => expect(database.unrecorded).toBe(1))
    expect(database.products.sort()).toEqual([2, 3, 4])
    expect(recorder.unrecordedTotal).toBe(1)
  })

  test('one answer that can’t be sent keeps nobody else waiting', async () => {
    const { recorder, record } = setUp()
    recorder.record(clickOn(1), () => {
      throw new Error('socket gone')
    })
    await record(2)
    expect(reports).toEqual(['An answer could not be sent'])
  })

  test('says when four fifths of the room are used', async () => {
    const { record } = setUp({ maxBytes: encodeClick(clickOn(1)).length * 10 })
    for (let n = 1; n <= 9; n++) await record(n)
    expect(reports.filter(report => report.includes('80 %'))).toHaveLength(1)
  })
})

describe('with the disk refusing', () => {
  beforeEach(blockDisk)

  test('the shopper is answered once the database has the click', async () => {
    const { recorder, database } = setUp()
    recorder.start()
    const release = database.hold()
    let answered = 0
    recorder.record(clickOn(1), () => {
      expect(database.rows.size).toBe(1)
      answered++
    })
    await eventually(() => expect(recorder.pending).toBe(1))
    release()
    await eventually(() => expect(answered).toBe(1))
    expect(recorder.unrecordedTotal).toBe(0)
  })

  test('and after a second at most where it is slow, and the click is stored all the same', async () => {
    const { recorder, record, database } = setUp()
    recorder.start()
    const release = database.hold()
    const begun = performance.now()
    await record(1)
    expect(performance.now() - begun).toBeGreaterThan(900)
    expect(performance.now() - begun).toBeLessThan(2_000)
    release()
    await eventually(() => expect(database.products).toEqual([1]))
    expect(recorder.unrecordedTotal).toBe(0)
  })

  test('with the database away too, clicks are counted as unrecorded, once, and told once it is back', async () => {
    const { recorder, record, database } = setUp()
    database.away = true
    recorder.start()
    await record(1)
    await eventually(() => expect(recorder.databaseIsAway).toBe(true))
    await Promise.all([2, 3, 4].map(record))
    expect(recorder.unrecordedTotal).toBe(3)
    expect(recorder.unrecordedPending).toBe(3)
    database.away = false
    await eventually(() => expect(recorder.unrecordedPending).toBe(0))
    // The first waited in memory; the others were given up.
    expect(database.products).toEqual([1])
    expect(database.unrecorded).toBe(3)
  })

  test('with only a count to tell, the database counts as back', async () => {
    const { recorder, record, database } = setUp()
    database.away = true
    await record(1)
    expect(recorder.unrecordedTotal).toBe(1)
    recorder.start()
    await eventually(() => expect(recorder.databaseIsAway).toBe(true))
    database.away = false
    await eventually(() => expect(database.unrecorded).toBe(1))
    await record(2)
    expect(database.products).toEqual([2])
    expect(recorder.unrecordedTotal).toBe(1)
  })

  test('what is in the spool is not starved by what is not', async () => {
    freeDisk()
    const { recorder, record, database } = setUp({ maxBytes: 600 })
    await Promise.all([1, 2, 3].map(record))
    recorder.start()
    const flow = (async () => {
      for (let n = 10; n < 60; n++) await record(n)
    })()
    await eventually(() => expect(database.products).toEqual(expect.arrayContaining([1, 2, 3])))
    await flow
    await eventually(() => expect(database.rows.size).toBe(53))
  })
})

describe('stopping', () => {
  test('flushes what was taken, up to the last turn', async () => {
    const { recorder, database } = setUp()
    recorder.start()
    let answered = 0
    for (let n = 1; n <= 2_500; n++) recorder.record(clickOn(n), () => void answered++)
    await recorder.stop(5_000)
    expect([answered, database.rows.size]).toEqual([2_500, 2_500])
    expect(readdirSync(directory)).toEqual([])
  })

  test('also what came while a batch was on its way', async () => {
    const { recorder, record, database } = setUp()
    recorder.start()
    const release = database.hold()
    await record(1)
    await eventually(() => expect(recorder.pending).toBe(1))
    const stopped = recorder.stop(5_000)
    await record(2)
    release()
    await stopped
    expect(database.products).toEqual([1, 2])
  })

  test('with the database away it does not wait, and leaves the clicks on disk', async () => {
    const { recorder, record, database } = setUp()
    database.away = true
    recorder.start()
    await record(1)
    await eventually(() => expect(recorder.databaseIsAway).toBe(true))
    const begun = performance.now()
    await recorder.stop(60_000)
    expect(performance.now() - begun).toBeLessThan(1_000)
    expect(lines()).toHaveLength(1)
  })

  test('waits for a database that hangs no longer than it may', async () => {
    const { recorder, record, database } = setUp()
    const release = database.hold()
    recorder.start()
    await record(1)
    await recorder.stop(50)
    expect(lines()).toHaveLength(1)
    release()
  })
})
