import { cx } from '@/components/ui/cx'

type ConflictTableProps = { rows: { name: string; theirs: string; mine: string }[] }

/** What is saved now beside what stands in the form; what differs is emphasised. */
export function ConflictTable({ rows }: ConflictTableProps) {
  return (
    <table className="mt-3 w-full table-fixed text-left text-text">
      <thead>
        <tr className="text-muted text-xs">
          <th scope="col" className="w-28 py-1 pr-3 font-medium max-sm:w-24">
            <span className="sr-only">Field</span>
          </th>
          <th scope="col" className="py-1 pr-3 font-medium">
            Saved now
          </th>
          <th scope="col" className="py-1 font-medium">
            Yours
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, theirs, mine }) => {
          const differs = theirs !== mine
          return (
            <tr key={name} className={cx('border-t border-amber/25 align-top', !differs && 'text-muted')}>
              <th scope="row" className="py-1.5 pr-3 font-normal text-muted">
                {name}
              </th>
              <td className={cx('break-words py-1.5 pr-3', differs && 'font-medium')}>{theirs || '–'}</td>
              <td className={cx('break-words py-1.5', differs && 'font-medium')}>{mine || '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
