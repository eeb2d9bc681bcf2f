import { cx } from '../ui/cx'

type HeatMapProps = {
  title: string
  /** Names of the rows, for example the weekdays. */
  rows: string[]
  /** Names of the columns, for example the hours. */
  columns: string[]
  /** A value per row and column. */
  values: number[][]
  locale: string
  /** One value of what is counted, several of them. */
  unit: [one: string, many: string]
}

/** A table whose cells are the darker the more they hold. On a phone rows and columns change places. */
export function HeatMap({ title, rows, columns, values, locale, unit }: HeatMapProps) {
  const turned = columns.map((_, column) => rows.map((_, row) => values[row]?.[column] ?? 0))
  const shared = { title, locale, unit, most: Math.max(1, ...values.flat()) }
  return (
    <>
      <Grid {...shared} rows={rows} columns={columns} values={values} className="max-sm:hidden" />
      <Grid {...shared} rows={columns} columns={rows} values={turned} className="sm:hidden" />
    </>
  )
}

function Grid({
  title,
  rows,
  columns,
  values,
  locale,
  unit,
  most,
  className,
}: HeatMapProps & { most: number; className: string }) {
  const compact = new Intl.NumberFormat(locale, { notation: 'compact' })
  const exact = new Intl.NumberFormat(locale)
  return (
    <table className={cx('w-full table-fixed border-separate border-spacing-0.5 text-xs tabular', className)}>
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr className="text-muted">
          <td className="w-11" />
          {columns.map(column => (
            <th key={column} scope="col" className="h-6 truncate font-normal">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row}>
            <th scope="row" className="h-8 pr-2 text-right font-normal text-muted max-sm:h-6">
              {row}
            </th>
            {columns.map((column, index) => {
              const value = values[at]?.[index] ?? 0
              return (
                <td
                  key={column}
                  title={`${row}, ${column}: ${exact.format(value)} ${value === 1 ? unit[0] : unit[1]}`}
                  className="rounded-sm text-center"
                  style={tint(value / most)}
                >
                  {value === 0 ? <span className="sr-only">0</span> : compact.format(value)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** From the surface to the accent; the text changes sides where it would no longer be read. */
function tint(share: number) {
  if (share === 0) return { background: 'var(--color-surface-2)' }
  const percent = Math.round(8 + share * 92)
  return {
    background: `color-mix(in oklab, var(--color-accent) ${percent}%, var(--color-surface))`,
    color: percent > 65 ? 'var(--color-on-accent)' : 'var(--color-text)',
  }
}
