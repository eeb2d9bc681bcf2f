/** The mark: a speech bubble whose tail points on, to the right number. */
export function Logo({ name = 'ChatCart' }: { name?: string }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 shrink-0 text-accent">
        <path
          fill="currentColor"
          d="M5 3h14a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-6.2L8 21.6c-.7.5-1.6 0-1.6-.8V18H5a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3Z"
        />
        <path
          fill="none"
          stroke="var(--color-on-accent)"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
          d="M7.5 10.5h8m-3-3.2 3.2 3.2-3.2 3.2"
        />
      </svg>
      <span className="truncate font-semibold text-base tracking-tight" title={name}>
        {name}
      </span>
    </span>
  )
}
