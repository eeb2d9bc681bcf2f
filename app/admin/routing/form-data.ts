import { listNumbers } from '@/lib/routing/numbers'
import { formatNumber } from '@/lib/whatsapp/number'
import type { NumberChoice } from './number-fields'

export async function listNumberChoices(): Promise<NumberChoice[]> {
  return (await listNumbers()).map(numberChoice)
}

type Listed = { id: number; digits: string; label: string; ruleCount: number; isDemo: boolean }

export function numberChoice({ id, digits, label, ruleCount, isDemo }: Listed): NumberChoice {
  return { id, digits, label, ruleCount, isDemo, formatted: formatNumber(digits) }
}
