'use client'

import { CircleUserRound } from 'lucide-react'
import { type ComponentProps, lazy, Suspense, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import type { Theme } from '@/lib/settings/theme'

type UserMenuProps = { email: string; theme: Theme; compact?: boolean }

const loadList = async () => ({ default: (await import('./user-menu-list')).UserMenuList })
const UserMenuList = lazy(loadList)

/** The account's button; a menu so seldom opened is no part of every screen's scripts. */
export function UserMenu({ email, theme, compact = false }: UserMenuProps) {
  const [wanted, setWanted] = useState(false)
  const button = <AccountButton email={email} compact={compact} />
  const fetched = (
    <AccountButton
      email={email}
      compact={compact}
      onClick={() => setWanted(true)}
      onPointerEnter={loadList}
    />
  )
  if (!wanted) return fetched
  return (
    <Suspense fallback={button}>
      <UserMenuList email={email} theme={theme} align={compact ? 'end' : 'start'} trigger={button} />
    </Suspense>
  )
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
