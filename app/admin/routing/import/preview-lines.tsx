import { Card } from '@/components/ui/card'
import { Table, Tbody, Td, Th, Thead, Tr } from '@/components/ui/table'
import type { PreviewLine } from './preview'

type PreviewLinesProps = {
  id: string
  title: string
  lines: PreviewLine[]
  heads: [what: string, detail: string]
  locale: string
}

const most = 100

/** The first lines of one group; nothing at all when it is empty. */
export function PreviewLines({ id, title, lines, heads, locale }: PreviewLinesProps) {
  if (lines.length === 0) return null
  const numbered = lines.some(({ line }) => line !== null)
  const more = lines.length - most
  return (
    <div id={id} className="scroll-mt-20">
      <Card
        flush
        title={
          <>
            {title}{' '}
            <span className="font-normal text-muted tabular">{lines.length.toLocaleString(locale)}</span>
          </>
        }
      >
        <Table>
          <Thead>
            {numbered && <Th className="w-16">Line</Th>}
            <Th className="w-1/2">{heads[0]}</Th>
            <Th>{heads[1]}</Th>
          </Thead>
          <Tbody>
            {lines.slice(0, most).map(({ line, what, detail }) => (
              <Tr key={`${line} ${what} ${detail}`}>
                {numbered && (
                  <Td label="Line" className="text-muted tabular">
                    {line}
                  </Td>
                )}
                <Td>
                  <span dir="auto" className="line-clamp-2 min-w-0 break-words" title={what}>
                    {what || '–'}
                  </span>
                </Td>
                <Td className="text-muted">{detail}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        {more > 0 && <p className="border-t px-5 py-3 text-muted">And {more.toLocaleString(locale)} more.</p>}
      </Card>
    </div>
  )
}
