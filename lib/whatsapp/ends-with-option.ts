/**
 * Whether a variation's own name says its option already, as WooCommerce names them: "Hoodie - Blue". Only a whole word
 * at the end counts: "Shirt" does not say "S".
 */
export function endsWithOption(name: string | null, option: string): boolean {
  if (!name?.endsWith(option)) return false
  const before = name.slice(0, name.length - option.length)
  return !/[\p{L}\p{N}]$/u.test(before)
}
