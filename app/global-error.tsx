'use client'

import './globals.css'

/** Stands in for the root layout itself, so it brings its own document and needs nothing else to work. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body className="grid place-items-center p-6 text-center">
        <main>
          <h1 className="font-semibold text-base">ChatCart could not show this page</h1>
          <p className="mt-1 text-muted">Nothing is lost. Try again in a moment.</p>
          <button
            type="button"
            onClick={retry}
            className="mt-5 h-10 rounded-md bg-accent px-4 font-medium text-on-accent"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  )
}
