'use client'

import { LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import {
  DropdownChoice,
  DropdownItem,
  DropdownLabel,
  DropdownMenu,
  DropdownSeparator,
} from '@/components/ui/dropdown-menu'
import { parseTheme, type Theme } from '@/lib/settings/theme'

const themes = [
  { value: 'system', label: 'As the system', icon: <Monitor aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
]

type UserMenuListProps = { email: string; theme: Theme; align: 'start' | 'end'; trigger: ReactNode }

/** The menu of the account, open when it comes: it is fetched when somebody wants it. */
export function UserMenuList({ email, theme, align, trigger }: UserMenuListProps) {
  const [chosen, setChosen] = useState(theme)

  function choose(value: string) {
    const next = parseTheme(value)
    setChosen(next)
    rememberTheme(next)
  }

  return (
    <DropdownMenu defaultOpen align={align} trigger={trigger}>
      <DropdownLabel>{email}</DropdownLabel>
      <DropdownSeparator />
      <DropdownChoice label="Appearance" value={chosen} options={themes} onChange={choose} />
      <DropdownSeparator />
      <DropdownItem href="/admin/settings/account">
        <UserRound aria-hidden /> E-mail and password
      </DropdownItem>
      <DropdownItem onSelect={() => void leave()}>
        <LogOut aria-hidden /> Sign out
      </DropdownItem>
    </DropdownMenu>
  )
}

/** next-auth would lead to its one configured address, and the browser may be at another one of this server. */
async function leave() {
  // Fetched when it is needed: it would be a tenth of the scripts of every screen.
  const { signOut } = await import('next-auth/react')
  await signOut({ redirect: false })
  window.location.assign('/login')
}

/** The cookie is what the server renders by next time; the attribute changes this page at once. */
function rememberTheme(theme: Theme) {
  const secure = window.location.protocol === 'https:' ? '; secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http and in Safari
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax${secure}`
  document.documentElement.dataset.theme = theme
}
