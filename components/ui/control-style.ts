/** The look that text fields, selects and the combobox share. 16 px text on phones, or iOS zooms in on focus. */
export const controlStyle =
  'w-full rounded-md border border-border-strong bg-surface px-3 text-text text-sm shadow-card transition-colors max-sm:text-base ' +
  'hover:border-muted/60 focus-visible:border-accent focus-visible:outline-offset-0 ' +
  'aria-invalid:border-red disabled:bg-surface-2 disabled:text-muted'
