import { type IncomingHttpHeaders, request } from 'node:http'
import { agents } from './agents'

export type RawAnswer = { status: number; headers: IncomingHttpHeaders; location: string; body: string }

export type RawRequest = {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

let visitors = 0

/** An address that nobody had before: otherwise one test's click would be the other's repeat. */
export function newAddress(): string {
  visitors += 1
  return `100.${64 + (process.pid % 64)}.${(visitors >> 8) & 255}.${visitors & 255}`
}

/** One request, its path sent as written (fetch would tidy it up) and its redirect not followed; by a person with a phone, unless told. */
export function send(origin: string, path: string, options: RawRequest = {}): Promise<RawAnswer> {
  const { method = 'GET', headers = {}, body } = options
  const { host, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        agent: false,
        headers: {
          host,
          'user-agent': agents.phone,
          'x-forwarded-for': newAddress(),
          ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
      },
      answer => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            location: answer.headers.location ?? '',
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** A form, as a browser posts it. */
export function sendForm(
  origin: string,
  path: string,
  fields: Record<string, string>,
  options: RawRequest = {},
) {
  return send(origin, path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    ...options,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...options.headers },
  })
}

export function sendJson(origin: string, path: string, value: unknown, options: RawRequest = {}) {
  return send(origin, path, {
    method: 'POST',
    body: typeof value === 'string' ? value : JSON.stringify(value),
    ...options,
    headers: { 'content-type': 'application/json', ...options.headers },
  })
}

/** The digits and the text of a wa.me link, read as strictly as WhatsApp does. @throws for any other address. */
export function readLink(url: string): { digits: string; text: string } {
  const match = /^https:\/\/wa\.me\/([1-9]\d{6,14})(?:\?text=([^&#+]*))?$/.exec(url)
  if (!match) throw new Error(`Not a wa.me link: ${url.slice(0, 200)}`)
  return { digits: match[1] ?? '', text: decodeURIComponent(match[2] ?? '') }
}
