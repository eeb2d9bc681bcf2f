import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'

type EditConflictProps = {
  /** Of what: "rule". */
  of: string
  /** Who saved first; null: not an admin. */
  by: string | null
  rows: { name: string; theirs: string; mine: string }[]
  /** Whether it is paused now, and was when the form was opened: a form does not change that. */
  paused?: { now: boolean; before: boolean }
  onChoose: (take: 'mine' | 'theirs') => void
}

/** Somebody else saved first: both versions side by side where they differ, and nothing is lost until one is chosen. */
export function EditConflict({ of, by, rows, paused, onChoose }: EditConflictProps) {
  const different = rows.filter(({ theirs, mine }) => theirs !== mine)
  return (
    <Alert tone="amber" title={`${by ?? 'Somebody else'} changed this ${of} while it was open here`}>
      <p>Nothing of yours is saved yet, and nothing is lost. Where they differ:</p>
      {paused && paused.now !== paused.before && (
        <p className="mt-2 text-text">It was {paused.now ? 'paused' : 'resumed'} meanwhile, and stays so.</p>
      )}
      {different.length === 0 ? (
        <p className="mt-2 text-text">The fields say the same.</p>
      ) : (
        <Rows rows={different} />
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => onChoose('mine')}>
          Go on with mine
        </Button>
        <Button size="sm" onClick={() => onChoose('theirs')}>
          Take theirs
        </Button>
      </div>
    </Alert>
  )
}

function Rows({ rows }: Pick<EditConflictProps, 'rows'>) {
  return (
    <table className="mt-3 w-full table-fixed text-left text-text max-sm:block">
      <thead className="max-sm:block">
        <tr className="text-muted text-xs max-sm:grid max-sm:grid-cols-2">
          <th scope="col" className="w-28 py-1 pr-3 font-medium max-sm:hidden">
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
      <tbody className="max-sm:block">
        {rows.map(({ name, theirs, mine }) => (
          <tr
            key={name}
            className="border-amber/25 border-t align-top max-sm:grid max-sm:grid-cols-2 max-sm:py-1"
          >
            <th
              scope="row"
              className="py-1.5 pr-3 font-normal text-muted max-sm:col-span-2 max-sm:pb-0 max-sm:text-xs"
            >
              {name}
            </th>
            <td className="whitespace-pre-line break-words py-1.5 pr-3 font-medium max-sm:pt-0.5">
              {theirs || '–'}
            </td>
            <td className="whitespace-pre-line break-words py-1.5 font-medium max-sm:pt-0.5">
              {mine || '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
