import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

/** Rows become cards on a phone: give each Td a `label`, which stands beside its value there. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return (
    // Positioned, or what only a screen reader sees would widen the page from inside.
    <div className="scroll-shadow relative overflow-x-auto">
      <table {...rest} className={cx('w-full border-collapse text-left max-sm:block', className)} />
    </div>
  )
}

export function Thead({ children }: { children: ReactNode }) {
  return (
    <thead className="max-sm:hidden">
      <tr className="border-b">{children}</tr>
    </thead>
  )
}

export function Tbody(props: ComponentProps<'tbody'>) {
  return <tbody {...props} className={cx('divide-y max-sm:block', props.className)} />
}

export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return (
    <tr
      {...rest}
      className={cx(
        'transition-colors hover:bg-surface-2/50 max-sm:block max-sm:px-4 max-sm:py-3',
        // What a row opens starts beside the rest of it, not below its middle.
        'sm:has-[details[open]]:*:align-top',
        className,
      )}
    />
  )
}

type CellProps = { align?: 'left' | 'right' }

export function Th({ align = 'left', className, ...rest }: ComponentProps<'th'> & CellProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        'whitespace-nowrap px-3 py-2.5 font-medium text-muted text-xs first:pl-5 last:pr-5 sm:max-lg:not-first:pl-2 sm:max-lg:not-last:pr-2',
        align === 'right' && 'text-right',
        className,
      )}
    />
  )
}

type TdProps = ComponentProps<'td'> & CellProps & { label?: string }

export function Td({ align = 'left', label, className, ...rest }: TdProps) {
  return (
    <td
      {...rest}
      data-label={label}
      className={cx(
        'px-3 py-3 align-middle first:pl-5 last:pr-5 sm:max-lg:not-first:pl-2 sm:max-lg:not-last:pr-2',
        'max-sm:flex max-sm:items-center max-sm:justify-between max-sm:gap-4 max-sm:px-0 max-sm:py-1 max-sm:last:pr-0 max-sm:first:pl-0',
        label && 'max-sm:before:shrink-0 max-sm:before:text-muted max-sm:before:content-[attr(data-label)]',
        align === 'right' && 'text-right tabular',
        className,
      )}
    />
  )
}
