import { MapPinOff } from 'lucide-react'
import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <EmptyState
      icon={<MapPinOff />}
      level={1}
      title="Nothing is here"
      body="The address may be mistyped, or what it showed has been archived."
      action={
        <LinkButton href="/admin" variant="primary">
          To the overview
        </LinkButton>
      }
    />
  )
}
