import { z } from 'zod'
import { findUser } from '@/app/session'
import { findImport } from '@/lib/catalog/import/imports'

/** How far an import is. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  if (!(await findUser())) return refuse(401, 'signed_out', 'Sign in again.')
  const id = z.uuid().safeParse((await params).id)
  const found = id.success ? await findImport(id.data, new Date()) : null
  if (!found) return refuse(404, 'unknown_import', 'There is no such import.')
  return Response.json(found, { headers: { 'Cache-Control': 'no-store' } })
}

function refuse(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status })
}
