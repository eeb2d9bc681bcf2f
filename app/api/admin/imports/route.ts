import { z } from 'zod'
import { findUser } from '@/app/session'
import { decodeFile } from '@/lib/catalog/import/decode'
import { createImport } from '@/lib/catalog/import/imports'
import { MAX_FILE_BYTES } from '@/lib/catalog/import/parse-woocommerce'
import { parseEnv } from '@/lib/env'

/** As its column takes it: no NUL, which Postgres refuses. */
const fileName = z
  .string()
  .trim()
  .regex(/^[^\0]{1,255}$/)
  .catch('products.csv')

/** Takes a product file as the request's body and answers the id of its preview. */
export async function POST(request: Request): Promise<Response> {
  const user = await findUser()
  if (!user) return refuse(401, 'signed_out', 'Sign in again, then upload the file once more.')
  if (!isSameOrigin(request)) return refuse(403, 'cross_origin', 'Upload the file from the dashboard.')

  const content = await readBody(request)
  if (!content) return refuse(413, 'too_large', 'The file is larger than 50 MB. Export it in parts.')
  const decoded = decodeFile(content)
  if (!decoded.ok) return refuse(422, 'not_csv', decoded.message)
  const id = await createImport({
    fileName: fileName.parse(new URL(request.url).searchParams.get('name') ?? undefined),
    content,
    userId: user.id,
    now: new Date(),
  })
  return Response.json({ id }, { status: 201 })
}

function refuse(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status })
}

/** The session's cookie alone does not prove that the dashboard sent this. */
function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  return origin === parseEnv(process.env).PUBLIC_URL || new URL(origin).host === request.headers.get('host')
}

/** The body, or null as soon as it is larger than a file may be. */
async function readBody(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FILE_BYTES) return null
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size > MAX_FILE_BYTES) {
      await reader.cancel()
      return null
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}
