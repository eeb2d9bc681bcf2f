import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { maxBodyBytes } from '../orders/checkout'
import type { Runtime } from '../start/runtime'
import { clientAddress } from './address'
import { readRefused } from './refused-request'

/** The client's own address, as TRUST_PROXY allows. */
export function addressOf(runtime: Runtime, request: IncomingMessage): string {
  return clientAddress({
    remoteAddress: request.socket.remoteAddress,
    forwardedFor: headerOf(request, 'x-forwarded-for'),
    trusted: runtime.trusted,
  })
}

/** The node:http door to the redirects: the same answers as the route handler's, without Next.js in between. */
export function serveRedirect(runtime: Runtime, request: IncomingMessage, response: ServerResponse): void {
  runtime.handle(
    {
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      header: name => headerOf(request, name),
      address: addressOf(runtime, request),
    },
    () => readBody(request, response),
    ({ status, headers, body }) => {
      response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) })
      response.end(body)
    },
  )
}

/**
 * For what Node's parser refused (`clientError`): a redirect whose address it could not read is answered all the same. All
 * else gets the status that Node would send. The connection ends either way.
 */
export function serveRefused(runtime: Runtime, error: Error, socket: Duplex): void {
  const packet = 'rawPacket' in error && error.rawPacket instanceof Buffer ? error.rawPacket : null
  // The first packet of the connection: nothing else is under way on it.
  const first = socket instanceof Socket && socket.bytesRead === packet?.length
  const request = packet && first ? readRefused(packet) : null
  if (!request) {
    endWith(socket, statusOf(error), {})
    return
  }
  const address = clientAddress({
    remoteAddress: socket instanceof Socket ? socket.remoteAddress : undefined,
    forwardedFor: request.header('x-forwarded-for'),
    trusted: runtime.trusted,
  })
  runtime.handle(
    { ...request, address },
    async () => null,
    ({ status, headers, body }) => endWith(socket, status, headers, request.method === 'HEAD' ? '' : body),
  )
}

/** As Node answers by itself. */
function statusOf(error: Error): number {
  const code = 'code' in error ? error.code : ''
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}

function endWith(socket: Duplex, status: number, headers: Record<string, string>, body = ''): void {
  // Never into the middle of another answer.
  if (!socket.writable || (socket instanceof Socket && socket.bytesWritten > 0)) return void socket.destroy()
  const all = { ...headers, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`, () =>
    socket.destroy(),
  )
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

function readBody(request: IncomingMessage, response: ServerResponse): Promise<Buffer | null> {
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    let room = maxBodyBytes
    request.on('data', (chunk: Buffer) => {
      // Read on without keeping it: a browser looks at the answer only after it has sent everything.
      if (room < 0) return
      room -= chunk.length
      if (room >= 0) return chunks.push(chunk)
      chunks.length = 0
      response.setHeader('Connection', 'close')
      resolve(null)
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    // Hung up half way: there is nobody to answer, so nothing to count.
    request.on('error', () => {})
  })
}
