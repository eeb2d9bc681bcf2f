import type { NextRequest } from 'next/server'
import { maxBodyBytes } from '@/lib/orders/checkout'
import type { Answer } from '@/lib/redirect/answer'
import { getRuntime } from '@/lib/runtime'

export const dynamic = 'force-dynamic'

/** The Next.js door to the redirects (`next dev`, `next start`); under server.ts these requests never get here. */
async function handle(request: NextRequest): Promise<Response> {
  const { method, headers, url } = request
  const answer = await new Promise<Answer>(respond =>
    getRuntime().handle(
      {
        method,
        url: url.slice(new URL(url).origin.length),
        header: name => headers.get(name) ?? undefined,
        // Next.js puts the peer's address last where it sees one.
        address: headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '',
      },
      () => readBody(request),
      respond,
    ),
  )
  const { status, headers: answered, body } = answer
  return new Response(body === '' || method === 'HEAD' ? null : body, { status, headers: answered })
}

async function readBody(request: Request): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > maxBodyBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
}
