type ExportProgressProps = { rows: number; total: number | null; locale: string }

/** "12,000 of 1,000,000 clicks", or only how many so far where the end is not known. */
export function ExportProgress({ rows, total, locale }: ExportProgressProps) {
  const format = new Intl.NumberFormat(locale)
  const done = total ? Math.min(rows, total) : rows
  const words = total
    ? `${format.format(done)} of ${format.format(total)} clicks`
    : `${format.format(rows)} clicks`
  return (
    <div className="mt-3">
      <progress
        aria-label="Export"
        value={total ? done : undefined}
        max={total ?? undefined}
        className="h-1.5 w-full overflow-hidden rounded-full accent-accent"
      />
      <p className="mt-1 text-muted tabular">{words}</p>
    </div>
  )
}
