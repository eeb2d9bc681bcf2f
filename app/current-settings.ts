import { cache } from 'react'
import { getGeneralSettings } from '@/lib/settings/general'

/** The shop's settings, read once per request. */
export const currentSettings = cache(getGeneralSettings)
