import type { IncomingMessage, ServerResponse } from 'node:http'
import { maxBodyBytes } from '../orders/checkout'
import type { Runtime } from '../start/runtime'
import { clientAddress } from './address'

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
