import { requireUser } from '@/app/session'
import { exportRules } from '@/lib/routing/rules-file/export-rules'

/** The rules as a file to keep, or to edit and import again. */
export async function GET(): Promise<Response> {
  await requireUser()
  const day = new Date().toISOString().slice(0, 10)
  return new Response(await exportRules(), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="routing-rules-${day}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
