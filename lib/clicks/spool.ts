import {
  close,
  fdatasync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { isOwnerAlive, processOwner } from '../process-owner'

/**
 * One file of clicks on their way to the database, oldest first; its first `drained` bytes are there already. `count`
 * clicks are still to go, roughly so for an adopted file. Open until it is removed: whoever takes the file away takes no click.
 */
type Segment = { path: string; fd: number; bytes: number; drained: number; count: number }

/** Whole lines of one file, as `next` gave them out and `commit` takes them back; good until the following `next`. */
export type Batch = { lines: Buffer; segment: Segment }

/** The spool can't take clicks now: the disk refused, or the bound is reached. */
export class SpoolRefused extends Error {
  override name = 'SpoolRefused'
}

const segmentBytes = 1024 * 1024
/** Up to two thousand clicks: larger batches are stored no faster, smaller ones more slowly (measured). */
export const batchBytes = 256 * 1024
/** A line's usual size: an estimate of what waits in an adopted file. */
const bytesPerLine = 190
const syncWithinMs = 40
const foreignStaleMs = 60_000
const heartbeatMs = 10_000
const newline = 10

/**
 * The process's own append-only files of clicks, one line each, and the queue to the database: nothing waits in memory.
 * A click survives the process once `append` returned; it leaves once `commit` was told that the database has it.
 * Files whose process is gone are adopted.
 */
export class Spool {
  private readonly owner = processOwner()
  private readonly segments: Segment[] = []
  private current: Segment | null = null
  private readonly page = Buffer.allocUnsafeSlow(batchBytes)
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
    return this.segments.reduce((sum, segment) => sum + segment.count, 0)
  }

  /** Writes the lines in one `write`, flushed to disk at most 50 ms later. @throws {SpoolRefused} and keeps none of them. */
  append(lines: readonly string[]): void {
    const text = lines.join('')
    const length = Buffer.byteLength(text)
    if (this.bytes + length > this.maxBytes) throw new SpoolRefused('the spool is full')
    const segment = this.open()
    try {
      const written = writeSync(segment.fd, text)
      if (written < length) {
        ftruncateSync(segment.fd, segment.bytes)
        throw new SpoolRefused('the disk took only a part')
      }
    } catch (error) {
      this.leaveCurrent()
      throw error instanceof SpoolRefused ? error : new SpoolRefused('the disk refused', { cause: error })
    }
    segment.bytes += length
    this.bytes += length
    segment.count += lines.length
    this.syncSoon()
    if (segment.bytes >= segmentBytes) this.leaveCurrent()
  }

  /** The oldest clicks the database does not have, about a thousand; null when there are none. */
  next(): Batch | null {
    for (let segment = this.segments[0]; segment; segment = this.segments[0]) {
      const lines = this.read(segment)
      // A file that can't be read must not hold up the others. It stays for the next start.
      if (!lines) this.forget(segment)
      else if (lines.length > 0) return { lines, segment }
      else if (segment === this.current) return null
      else this.remove(segment)
    }
    return null
  }

  /** The database has the batch: it leaves. */
  commit({ lines, segment }: Batch): void {
    segment.drained += lines.length
    segment.count = Math.max(0, segment.count - countLines(lines))
    if (segment.drained < segment.bytes) return
    if (segment === this.current) this.empty(segment)
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
        const fd = openSync(own, 'r')
        const bytes = statSync(own).size
        // Oldest first: before whatever this process has written itself.
        this.segments.unshift({ path: own, fd, bytes, drained: 0, count: Math.ceil(bytes / bytesPerLine) })
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
        else if (path === this.current?.path) this.leaveCurrent()
      }
    }
  }

  /** Nothing is appended any more; what is empty is removed, the rest waits for the next start. */
  close(): void {
    if (this.syncTimer) clearTimeout(this.syncTimer)
    this.leaveCurrent()
  }

  private open(): Segment {
    if (this.current) return this.current
    try {
      mkdirSync(this.directory, { recursive: true, mode: 0o700 })
      const path = this.nextPath()
      const segment = { path, fd: openSync(path, 'a+', 0o600), bytes: 0, drained: 0, count: 0 }
      this.segments.push(segment)
      this.current = segment
      return segment
    } catch (error) {
      throw new SpoolRefused('the disk refused', { cause: error })
    }
  }

  /** Nothing is appended to it any more. */
  private leaveCurrent(): void {
    const segment = this.current
    if (!segment) return
    this.current = null
    if (segment.drained >= segment.bytes) this.remove(segment)
    else this.sync(segment)
  }

  private forget(segment: Segment): void {
    this.segments.splice(this.segments.indexOf(segment), 1)
    this.bytes -= segment.bytes
    // Off the event loop: the last one to close a removed file frees its blocks.
    close(segment.fd, error => {
      if (error) this.report('A click spool could not be closed', error)
    })
  }

  private remove(segment: Segment): void {
    this.forget(segment)
    try {
      rmSync(segment.path, { force: true })
    } catch (error) {
      this.report('A recorded click spool could not be removed', error)
    }
  }

  private empty(segment: Segment): void {
    try {
      ftruncateSync(segment.fd, 0)
      this.bytes -= segment.bytes
      Object.assign(segment, { bytes: 0, drained: 0, count: 0 })
    } catch (error) {
      // Its rows are recorded; if they are read again, their ids make that harmless.
      this.report('The click spool could not be emptied', error)
      this.leaveCurrent()
    }
  }

  /** The next whole lines, none at the end. What follows the last newline was cut off: its shopper was never answered. */
  private read(segment: Segment): Buffer | null {
    try {
      for (;;) {
        const room = Math.min(batchBytes, segment.bytes - segment.drained)
        const read = room > 0 ? readSync(segment.fd, this.page, 0, room, segment.drained) : 0
        const end = this.page.subarray(0, read).lastIndexOf(newline) + 1
        if (end > 0 || read < batchBytes) return this.page.subarray(0, end)
        this.report(`The click spool ${segment.path} is damaged; ${read} bytes without a line were left out`)
        segment.drained += read
      }
    } catch (error) {
      this.report(`The click spool ${segment.path} could not be read`, error)
      return null
    }
  }

  private syncSoon(): void {
    this.syncTimer ??= setTimeout(() => {
      this.syncTimer = null
      if (this.current) this.sync(this.current)
    }, syncWithinMs)
  }

  private sync({ fd }: Segment): void {
    fdatasync(fd, error => {
      // EBADF: all of it was recorded and the file closed meanwhile.
      if (error && error.code !== 'EBADF') this.report('The click spool could not be flushed to disk', error)
    })
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

function countLines(lines: Buffer): number {
  let count = 0
  for (let at = lines.indexOf(newline); at >= 0; at = lines.indexOf(newline, at + 1)) count++
  return count
}

function isOrphan(owner: string, path: string, now: number): boolean {
  const alive = isOwnerAlive(owner)
  return alive === null ? now - statSync(path).mtimeMs > foreignStaleMs : !alive
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
