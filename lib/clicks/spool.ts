import {
  close,
  fdatasync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isOwnerAlive, processOwner } from '../process-owner'
import type { Click } from './click'
import { decodeClick, encodeClick } from './click-line'

/**
 * One file of clicks on their way to the database, oldest first. `rows` are those it does not have yet; null: they are on
 * disk only, read when their turn comes.
 */
type Segment = { path: string; rows: Click[] | null; count: number; drained: number; bytes: number }

/** Clicks of one file, as `oldest` gave them out and `commit` takes them back. */
export type Batch = { clicks: Click[]; segment: Segment }

/** The spool can't take clicks now: the disk refused, or the bound is reached. */
export class SpoolRefused extends Error {
  override name = 'SpoolRefused'
}

const rowsPerSegment = 5_000
/** A line's usual size: an estimate of what waits in a file not read yet. */
const bytesPerRow = 190
const maxRowsInMemory = 10_000
const syncWithinMs = 40
const foreignStaleMs = 60_000
const heartbeatMs = 10_000

/**
 * The process's own append-only files of clicks. A click is in the spool, and so survives the process, once `append`
 * returned; it leaves once `commit` was told that the database has it. Files whose process is gone are adopted.
 */
export class Spool {
  private readonly owner = processOwner()
  private readonly segments: Segment[] = []
  private current: { segment: Segment; fd: number } | null = null
  private sequence = 0
  private syncTimer: NodeJS.Timeout | null = null
  private lastBeat = 0
  /** Bytes on disk that the database does not have yet, roughly. */
  bytes = 0

  constructor(
    private readonly directory: string,
    readonly maxBytes: number,
    private readonly report: (message: string, error?: unknown) => void,
  ) {}

  /** Clicks waiting for the database. */
  get pending(): number {
    return this.segments.reduce((sum, segment) => sum + segment.count - segment.drained, 0)
  }

  /** Writes the clicks in one `write`, flushed to disk at most 50 ms later. @throws {SpoolRefused} and keeps none of them. */
  append(clicks: readonly Click[]): void {
    const text = Buffer.from(clicks.map(encodeClick).join(''))
    if (this.bytes + text.length > this.maxBytes) throw new SpoolRefused('the spool is full')
    const { segment, fd } = this.open()
    try {
      const written = writeSync(fd, text)
      if (written < text.length) {
        ftruncateSync(fd, segment.bytes)
        throw new SpoolRefused('the disk took only a part')
      }
    } catch (error) {
      this.closeCurrent()
      throw error instanceof SpoolRefused ? error : new SpoolRefused('the disk refused', { cause: error })
    }
    segment.bytes += text.length
    this.bytes += text.length
    segment.count += clicks.length
    for (const click of clicks) segment.rows?.push(click)
    this.syncSoon()
    if (segment.count >= rowsPerSegment) this.closeCurrent()
  }

  /** The oldest clicks the database does not have, at most `limit`; null when there are none. */
  async oldest(limit: number): Promise<Batch | null> {
    for (;;) {
      const segment = this.segments[0]
      if (!segment) return null
      const rows = segment.rows ?? (await this.read(segment))
      if (!rows) continue
      segment.rows = rows
      const { drained, count } = segment
      if (drained < count) return { clicks: rows.slice(0, limit), segment }
      if (segment === this.current?.segment) return null
      this.remove(segment)
    }
  }

  /** The database has the batch: it leaves. */
  commit({ clicks, segment }: Batch): void {
    segment.drained += clicks.length
    // Let go at once: rows that stay until their file is done grow old in memory.
    segment.rows?.splice(0, clicks.length)
    if (segment.drained < segment.count) return
    if (segment === this.current?.segment) this.empty(segment, this.current.fd)
    else this.remove(segment)
  }

  /** Takes over files whose process is gone. A rename decides between two processes that try at once. */
  adopt(now: number): number {
    this.beat(now)
    let adopted = 0
    for (const file of this.listFiles()) {
      const owner = file.slice(0, file.lastIndexOf('.', file.length - suffix.length - 1))
      const path = join(this.directory, file)
      try {
        if (owner === this.owner || !isOrphan(owner, path, now)) continue
        const own = this.nextPath()
        renameSync(path, own)
        const bytes = statSync(own).size
        // Oldest first: before whatever this process has written itself.
        this.segments.unshift({
          path: own,
          rows: null,
          count: Math.ceil(bytes / bytesPerRow),
          drained: 0,
          bytes,
        })
        this.bytes += bytes
        adopted++
      } catch (error) {
        if (!isMissing(error)) this.report(`The click spool ${file} could not be adopted`, error)
      }
    }
    return adopted
  }

  /** Tells processes of other hosts that this one lives, also while nothing is written: they go by a file's age. */
  beat(now: number): void {
    if (Math.abs(now - this.lastBeat) < heartbeatMs) return
    this.lastBeat = now
    const time = now / 1000
    for (const { path } of [...this.segments]) {
      try {
        utimesSync(path, time, time)
      } catch (error) {
        if (!isMissing(error)) this.report('The click spool could not be touched', error)
        // Adopted by another host while this process was asleep, or deleted: what comes now needs a file that is there.
        else if (path === this.current?.segment.path) this.closeCurrent()
      }
    }
  }

  /** Closes the files; an empty one is removed, the rest waits for the next start. */
  close(): void {
    if (this.syncTimer) clearTimeout(this.syncTimer)
    this.closeCurrent()
    for (const segment of [...this.segments]) if (segment.drained >= segment.count) this.remove(segment)
  }

  private open(): { segment: Segment; fd: number } {
    if (this.current) return this.current
    try {
      mkdirSync(this.directory, { recursive: true, mode: 0o700 })
      const path = this.nextPath()
      const fd = openSync(path, 'a', 0o600)
      const inMemory = this.segments.reduce((sum, other) => sum + (other.rows?.length ?? 0), 0)
      if (inMemory > maxRowsInMemory) this.spill()
      const segment: Segment = { path, rows: [], count: 0, drained: 0, bytes: 0 }
      this.segments.push(segment)
      this.current = { segment, fd }
      return this.current
    } catch (error) {
      throw new SpoolRefused('the disk refused', { cause: error })
    }
  }

  /** Forgets what is far from its turn: it is on disk. */
  private spill(): void {
    for (const segment of this.segments.slice(1)) segment.rows = null
  }

  private closeCurrent(): void {
    if (!this.current) return
    const { segment, fd } = this.current
    this.current = null
    fdatasync(fd, error => {
      if (error) this.report('The click spool could not be flushed to disk', error)
      close(fd)
    })
    if (segment.drained >= segment.count) this.remove(segment)
  }

  private forget(segment: Segment): void {
    this.segments.splice(this.segments.indexOf(segment), 1)
    this.bytes -= segment.bytes
  }

  private remove(segment: Segment): void {
    this.forget(segment)
    try {
      rmSync(segment.path, { force: true })
    } catch (error) {
      this.report('A recorded click spool could not be removed', error)
    }
  }

  private empty(segment: Segment, fd: number): void {
    try {
      ftruncateSync(fd, 0)
      this.bytes -= segment.bytes
      Object.assign(segment, { rows: [], count: 0, drained: 0, bytes: 0 })
    } catch (error) {
      // Its rows are recorded; if they are read again, their ids make that harmless.
      this.report('The click spool could not be emptied', error)
      this.closeCurrent()
    }
  }

  /** Null where the file can't be read: one that can't must not hold up the others. It stays for the next start. */
  private async read(segment: Segment): Promise<Click[] | null> {
    const text = await readFile(segment.path, 'utf8').catch(error => {
      this.report(`The click spool ${segment.path} could not be read`, error)
      return null
    })
    if (text === null) {
      this.forget(segment)
      return null
    }
    const rows: Click[] = []
    const lines = text.split('\n')
    // What follows the last newline was cut off while it was written: its shopper was never answered.
    for (const line of lines.slice(0, -1)) {
      const click = decodeClick(line)
      if (click) rows.push(click)
      else this.report('A damaged line in the click spool was left out')
    }
    segment.count = rows.length
    return rows.slice(segment.drained)
  }

  /** Files before the current one were flushed when they were closed. */
  private syncSoon(): void {
    this.syncTimer ??= setTimeout(() => {
      this.syncTimer = null
      if (!this.current) return
      fdatasync(this.current.fd, error => {
        // EBADF: the file was flushed and closed meanwhile.
        if (error && error.code !== 'EBADF')
          this.report('The click spool could not be flushed to disk', error)
      })
    }, syncWithinMs)
  }

  private nextPath(): string {
    return join(this.directory, `${this.owner}.${String(this.sequence++).padStart(8, '0')}${suffix}`)
  }

  private listFiles(): string[] {
    try {
      return readdirSync(this.directory)
        .filter(name => name.endsWith(suffix))
        .sort()
        .reverse()
    } catch (error) {
      if (!isMissing(error)) this.report('The click spool folder could not be read', error)
      return []
    }
  }
}

const suffix = '.clicks'

function isOrphan(owner: string, path: string, now: number): boolean {
  const alive = isOwnerAlive(owner)
  return alive === null ? now - statSync(path).mtimeMs > foreignStaleMs : !alive
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
