/**
 * A form's text fields, ready for Zod. Without NUL and lone surrogates, which Postgres refuses and no person types;
 * whatever else a stranger may call an action with has no fields.
 */
export function formFields(form: unknown): Record<string, string> {
  if (!(form instanceof FormData)) return {}
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, plainText(value)]] : [])),
  )
}

function plainText(value: string): string {
  return value.replaceAll('\0', '').toWellFormed()
}
