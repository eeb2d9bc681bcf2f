export type CategoryState = { ok: boolean; errors: Record<string, string | undefined> }

export const untouched: CategoryState = { ok: false, errors: {} }
