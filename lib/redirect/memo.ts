const most = 2_000
const longestKey = 300

/**
 * Remembers what was worked out for a text, within bounds: a campaign asks for the same few again and again. Full, it
 * starts anew: what is asked often is soon back.
 */
export class Memo<Value> {
  private readonly known = new Map<string, Value>()

  get(text: string): Value | undefined {
    return this.known.get(text)
  }

  keep(text: string, value: Value): Value {
    if (this.known.size >= most) this.known.clear()
    if (text.length <= longestKey) this.known.set(text, value)
    return value
  }
}
