import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { pathOf } from '../redirect/target'

/** What the build compresses (scripts/static-files.mjs), and what each is. */
const types: Record<string, string> = {
  '.js': 'application/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}
/** As files end beside the one they hold, the smaller first. */
const encodings = { br: '.br', gzip: '.gz' }

/**
 * Answers what pages load, from memory and as the build compressed it: Next.js would look each file up and compress it
 * for every browser anew, while the page it belongs to waits for the same core. What it does not have, Next.js answers.
 */
export class StaticFiles {
  private readonly folder: string
  private readonly kept = new Map<string, Buffer>()

  /** @param root the folder of the app, with Next.js's build in it. */
  constructor(root: string) {
    this.folder = join(root, '.next/static')
  }

  /** @returns whether it has answered. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    const path = builtFile.exec(pathOf(request.url ?? ''))?.[1]
    const type = path && types[extname(path)]
    if (!type || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    const encoding = findEncoding(String(request.headers['accept-encoding'] ?? ''))
    if (!encoding) return false
    const body = this.read(path + encodings[encoding])
    if (!body) return false
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Encoding': encoding,
      'Content-Length': body.length,
      Vary: 'Accept-Encoding',
      // Its name changes with what is in it.
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }

  private read(path: string): Buffer | null {
    const known = this.kept.get(path)
    if (known) return known
    try {
      const body = readFileSync(join(this.folder, path))
      this.kept.set(path, body)
      return body
    } catch {
      return null
    }
  }
}

/** No part of such a path leads up. */
const builtFile = /^\/_next\/static\/((?:[\w~-][\w~.-]*\/)*[\w~-][\w~.-]*)$/

function findEncoding(accepted: string): keyof typeof encodings | null {
  // Without a pattern: one that looks for spaces before a sign takes half a minute for a header full of them.
  const wanted = accepted
    .toLowerCase()
    .split(',')
    .map(part => part.split(';').map(piece => piece.trim()))
  const has = (name: string) =>
    wanted.some(([token, weight]) => token === name && Number(weight?.replace('q=', '') ?? 1) > 0)
  return has('br') ? 'br' : has('gzip') ? 'gzip' : null
}
