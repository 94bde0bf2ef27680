/** YAML within bounds: so deep and so long at most, keys that are text, and each key once. */
import type { CST, Document } from 'yaml'

/** A text read as YAML, or the first thing that is wrong with it and its offset (UTF-16 units). */
type Parsed = { readonly document: Document } | Mistake

interface Mistake {
  readonly offset: number
  readonly reason: string
}

/** No file that a person wrote is nested deeper, and what reads it calls itself at every level. */
const DEEPEST = 64

const REPEATED = 'is not valid YAML: Map keys must be unique'

/** Reads a text with at most so many keys and items. `onNewLine` gets the offset of each line. */
export async function parseYaml(
  text: string,
  most: number,
  onNewLine: (offset: number) => void,
): Promise<Parsed> {
  const { Composer, Parser } = await import('yaml')
  const tokens = [...new Parser(onNewLine).parse(text)]
  const beyond = firstBeyond(tokens, most)
  if (beyond) return beyond
  // The package would compare each key with those before it, and print what it warns of as it stands.
  const composer = new Composer({ uniqueKeys: false, logLevel: 'error' })
  const [document, second] = composer.compose(tokens, true, text.length)
  if (!document) return { offset: 0, reason: 'is not valid YAML' }
  const [error] = document.errors
  if (error) return { offset: error.pos[0], reason: `is not valid YAML: ${error.message}` }
  if (second) return { offset: second.range[0], reason: 'holds a second document; keep one' }
  return (await wrongKey(document)) ?? { document }
}

/** Where tokens are nested too deep or are too many; it calls itself at no level. */
function firstBeyond(tokens: readonly CST.Token[], most: number): Mistake | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }))
  let count = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next
    if (depth > DEEPEST) {
      return {
        offset: token.offset,
        reason: `is nested more than ${DEEPEST} deep; write it flatter`,
      }
    }
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth })
    if (!('items' in token)) continue
    count += token.items.length
    if (count > most) {
      return { offset: token.offset, reason: `has more than ${most} keys and items; split it` }
    }
    for (const { key, value } of token.items) {
      if (value) open.push({ token: value, depth: depth + 1 })
      if (key) open.push({ token: key, depth: depth + 1 })
    }
  }
  return undefined
}

/** The first key that is no text, or that stands twice in its mapping. */
async function wrongKey(document: Document): Promise<Mistake | undefined> {
  const { isNode, isScalar, visit } = await import('yaml')
  let wrong: Mistake | undefined
  visit(document, {
    Map(_key, { items }) {
      const known = new Set<unknown>()
      for (const { key } of items) {
        const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0
        if (!isScalar(key))
          wrong = { offset, reason: 'has a key that is no text; write "key: value"' }
        else if (known.has(key.value)) wrong = { offset, reason: REPEATED }
        else known.add(key.value)
        if (wrong) return visit.BREAK
      }
      return undefined
    },
  })
  return wrong
}
