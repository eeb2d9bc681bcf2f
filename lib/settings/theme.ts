const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** Reads the theme cookie; anything unknown means "as the system has it". Without Zod: every screen's script has this in it. */
export function parseTheme(text: string | undefined): Theme {
  return themes.find(theme => theme === text) ?? 'system'
}
