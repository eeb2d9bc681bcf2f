import { Card } from '@/components/ui/card'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'

const SHOWN = 100

/** `line` null: not about one line; `id` left out: nothing that has one. */
export type PreviewRow = { line: number | null; id?: number | null; name: string; detail: string }

type PreviewListProps = {
  id: string
  title: string
  description?: string
  heads: [what: string, detail: string]
  rows: PreviewRow[]
  locale: string
}

/** The first lines of one group; nothing at all when it is empty. */
export function PreviewList({ id, title, description, heads, rows, locale }: PreviewListProps) {
  if (rows.length === 0) return null
  const lines = rows.some(row => row.line !== null)
  const ids = rows.some(row => row.id !== undefined)
  const more = rows.length - SHOWN
  return (
    <div id={id} className="scroll-mt-20">
      <Card
        flush
        title={
          <>
            {title}{' '}
            <span className="font-normal text-muted tabular">{rows.length.toLocaleString(locale)}</span>
          </>
        }
        description={description}
      >
        <Table>
          <Thead>
            {lines && <Th className="w-20">Line</Th>}
            {ids && <Th className="w-32">ID</Th>}
            <Th>{heads[0]}</Th>
            <Th>{heads[1]}</Th>
          </Thead>
          <Tbody>
            {rows.slice(0, SHOWN).map(row => (
              <Tr key={`${row.line}-${row.name}-${row.detail}`}>
                {lines && <Td className="text-muted tabular max-sm:hidden">{row.line}</Td>}
                {ids && <Td className="tabular max-sm:hidden">{row.id ?? '–'}</Td>}
                <Td>
                  <span dir="auto" className="line-clamp-2 min-w-0 max-w-lg break-words" title={row.name}>
                    {row.name || '–'}
                  </span>
                  {lines && (
                    <span className="shrink-0 text-muted text-xs tabular sm:hidden">
                      {[`line ${row.line}`, row.id && `ID ${row.id}`].filter(Boolean).join(' · ')}
                    </span>
                  )}
                </Td>
                <Td className="text-muted">{row.detail}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        {more > 0 && <p className="border-t px-5 py-3 text-muted">And {more.toLocaleString(locale)} more.</p>}
      </Card>
    </div>
  )
}
