import { type ComponentType, useEffect, useState } from 'react'

const AGAIN_MS = 2_000

/**
 * A component whose script is fetched once it is wanted; null until it is there. As long as it is wanted it is asked for
 * again where it could not be had: what `lazy` fails to load takes the whole screen with it, and is never loaded again.
 */
export function useLate<Props>(
  load: () => Promise<ComponentType<Props>>,
  wanted: boolean,
): ComponentType<Props> | null {
  const [component, setComponent] = useState<ComponentType<Props> | null>(null)
  const isAwaited = wanted && component === null
  useEffect(() => {
    if (!isAwaited) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const ask = () =>
      load().then(
        loaded => !isOver && setComponent(() => loaded),
        () => {
          if (!isOver) timer = setTimeout(ask, AGAIN_MS)
        },
      )
    ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isAwaited, load])
  return component
}
