export const dialogOverlay = 'fixed inset-0 z-40 animate-fade-in bg-black/50'

/** Centred on a desktop, a sheet from the bottom edge on a phone. */
export const dialogPanel =
  'fixed z-50 max-h-[90dvh] animate-rise-in overflow-y-auto bg-surface p-5 shadow-float focus:outline-none ' +
  'sm:top-1/2 sm:left-1/2 sm:w-full sm:max-w-lg sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-xl ' +
  'max-sm:inset-x-0 max-sm:bottom-0 max-sm:rounded-t-xl max-sm:pb-[max(1.25rem,env(safe-area-inset-bottom))]'
