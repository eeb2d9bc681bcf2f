import type { Option } from './combobox-filter'
import { cx } from './cx'

/** On one line the label keeps its room, what stands above it gives way. On a phone a `roomy` one takes as many as it needs. */
export function OptionText({ option, roomy = false }: { option: Option; roomy?: boolean }) {
  return (
    <span className={cx('flex min-w-0', roomy && 'max-sm:flex-col')} title={fullText(option)}>
      {option.above && (
        <span
          className={cx(
            'min-w-6 shrink truncate whitespace-pre text-muted',
            roomy && 'max-sm:whitespace-normal max-sm:text-xs',
          )}
        >
          {option.above} ›{' '}
        </span>
      )}
      <span className={cx('truncate', option.above && 'max-w-[80%] shrink-0', roomy && 'max-sm:max-w-full')}>
        {option.label}
      </span>
    </span>
  )
}

function fullText({ above, label }: Option): string {
  return above ? `${above} › ${label}` : label
}
