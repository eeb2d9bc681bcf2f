type HintLine = { label: string; value: string; color?: string }

/** What a chart says about the place under the pointer or the arrow keys; read out as it changes. */
export function ChartHint({ title, lines }: { title: string; lines: HintLine[] }) {
  return (
    <div role="status" className="rounded-md bg-text px-2.5 py-1.5 text-background text-xs shadow-float">
      <p className="mb-0.5 opacity-80">{title}</p>
      {lines.map(({ label, value, color }) => (
        <p key={label} className="flex items-center gap-2 whitespace-nowrap tabular">
          {color && <span aria-hidden className="size-2 rounded-full" style={{ background: color }} />}
          <span className="font-semibold">{value}</span>
          <span className="opacity-80">{label}</span>
        </p>
      ))}
    </div>
  )
}
