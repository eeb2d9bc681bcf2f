'use client'

import { CircleUserRound } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { useLate } from '@/components/ui/use-late'
import type { Theme } from '@/lib/settings/theme'

type UserMenuProps = { email: string; theme: Theme; compact?: boolean }

const loadList = async () => (await import('./user-menu-list')).UserMenuList

/** The account's button; a menu so seldom opened is no part of every screen's scripts. */
export function UserMenu({ email, theme, compact = false }: UserMenuProps) {
  const [wanted, setWanted] = useState(false)
  const UserMenuList = useLate(loadList, wanted)
  if (!UserMenuList)
    return (
      <AccountButton
        email={email}
        compact={compact}
        onClick={() => setWanted(true)}
        onPointerEnter={() => loadList().catch(() => {})}
      />
    )
  const button = <AccountButton email={email} compact={compact} />
  return <UserMenuList email={email} theme={theme} align={compact ? 'end' : 'start'} trigger={button} />
}

type AccountButtonProps = ComponentProps<'button'> & { email: string; compact: boolean }

function AccountButton({ email, compact, ...rest }: AccountButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-haspopup="menu"
      aria-label={`Account of ${email}`}
      title={email}
      className={buttonStyle('ghost', 'md', compact ? '-mr-2 w-11 px-0' : 'w-full justify-start px-3')}
    >
      <CircleUserRound aria-hidden className={compact ? 'size-5!' : 'text-muted'} />
      {!compact && <span className="truncate font-normal text-muted">{email}</span>}
    </button>
  )
}
