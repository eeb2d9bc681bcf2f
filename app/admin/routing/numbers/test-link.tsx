'use client'

import { ExternalLink } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button-style'
import { recordNumberTestedAction } from './actions'

/** Opens a chat with the number in a new tab, and notes who tried it when. */
export function TestLink({ id, href, name }: { id: number; href: string; name: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener nofollow"
      aria-label={`Test ${name} in WhatsApp`}
      onClick={() => void recordNumberTestedAction(id)}
      className={buttonStyle('secondary', 'sm')}
    >
      <ExternalLink aria-hidden /> Test
    </a>
  )
}
