type ProgressBarProps = {
  /** 0 to 1; null while the amount of work is not known. */
  value: number | null
  label: string
  /** Beside the label, for example "500 of 1,204". */
  detail?: string
}

export function ProgressBar({ value, label, detail }: ProgressBarProps) {
  const percent = value === null ? null : Math.round(Math.min(1, value) * 100)
  return (
    <div>
      <div className="mb-2 flex justify-between gap-4">
        <span className="min-w-0 truncate font-medium">{label}</span>
        <span className="shrink-0 text-muted tabular">
          {detail ?? (percent === null ? '' : `${percent}%`)}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        className="h-2 overflow-hidden rounded-full bg-surface-2"
      >
        <div
          className={`h-full rounded-full bg-accent transition-[width] ${percent === null ? 'animate-pulse' : ''}`}
          style={{ width: `${percent ?? 30}%` }}
        />
      </div>
    </div>
  )
}
