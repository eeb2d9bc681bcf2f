import { setImmediate as nextTurn } from 'node:timers/promises'
import { type ReactNode, Suspense } from 'react'
import { PanelSkeleton } from './panel'

/** Where a screen's answers come in, all at once; `height` is the class of the first one's height. */
export function Panels({ height, children }: { height: string; children: ReactNode }) {
  return (
    <Suspense
      fallback={
        <div className="noscript:hidden">
          <PanelSkeleton className={height} />
        </div>
      }
    >
      <AfterFrame>{children}</AfterFrame>
    </Suspense>
  )
}

/** As many turns of Node's event loop as Next.js takes from a drawn frame to its first byte, and some to spare. */
const TURNS = 10

/**
 * Lets the frame go out first. The server draws one thing at a time, and Postgres answers so soon that the answers would
 * be drawn before anything was sent: a browser that has the frame fetches its styles and scripts meanwhile.
 */
async function AfterFrame({ children }: { children: ReactNode }) {
  for (let turn = 0; turn < TURNS; turn++) await nextTurn()
  return children
}
