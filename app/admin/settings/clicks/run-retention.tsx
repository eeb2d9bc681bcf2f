'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { runRetentionAction } from './actions'

const LOOK_EVERY_MS = 2_000

/** "Run now"; while a run is under way, the page follows it. */
export function RunRetention({ isRunning }: { isRunning: boolean }) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()

  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => router.refresh(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isRunning, router])

  return (
    <Button size="sm" pending={pending || isRunning} onClick={() => startTransition(runRetentionAction)}>
      {isRunning ? 'Running' : 'Run now'}
    </Button>
  )
}
