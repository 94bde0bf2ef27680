/** Remembers what was made of texts, so that a text that changes in one place is worked out there only. */

/** So many UTF-16 units of text are remembered at least, and twice as many at most. */
const ENOUGH = 1_000_000

/** A function of a text that works each text out once, as long as it was met lately. */
export function rememberRecent<Value>(make: (text: string) => Value): (text: string) => Value {
  let recent = new Map<string, Value>()
  let before = recent
  let size = 0
  return (text) => {
    const known = recent.get(text)
    if (known !== undefined) return known
    const value = before.get(text) ?? make(text)
    size += text.length
    if (size > ENOUGH) {
      before = recent
      recent = new Map()
      size = text.length
    }
    recent.set(text, value)
    return value
  }
}
