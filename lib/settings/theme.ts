import { z } from 'zod'

const theme = z.enum(['system', 'light', 'dark']).catch('system')

export type Theme = z.output<typeof theme>

/** Reads the theme cookie; anything unknown means "as the system has it". */
export function parseTheme(text: string | undefined): Theme {
  return theme.parse(text)
}
