import { mutate } from './mutate.ts'
import type { Random } from './random.ts'

/** An element in the source of XML or HTML: offsets of its tags and of its content. */
interface Element {
  readonly start: number
  readonly contentStart: number
  readonly contentEnd: number
  readonly end: number
}

const LONGEST = 60_000

/**
 * One random change to a text with markup, or a few: mostly such that elements still fit into one another; now
 * and then any change at all.
 */
export function mutateMarkup(text: string, other: string, random: Random): string {
  if (random.below(4) === 0) return mutate(text, other, random, LONGEST)
  let changed = text
  for (let times = 1 + random.below(4); times > 0; times--) changed = once(changed, other, random)
  return changed.slice(0, LONGEST)
}

function once(text: string, other: string, random: Random): string {
  const elements = elementsIn(text)
  const others = elementsIn(other)
  if (elements.length === 0 || others.length === 0) return mutate(text, other, random, LONGEST)
  const { start, contentStart, contentEnd, end } = random.pick(elements)
  const guest = random.pick(others)
  const put = (written: string) => text.slice(0, start) + written + text.slice(end)
  const whole = text.slice(start, end)
  const content = text.slice(contentStart, contentEnd)
  const strange = other.slice(guest.start, guest.end)
  switch (random.below(8)) {
    case 0:
      return put('')
    case 1:
      return put(whole.repeat(2 + random.below(3)))
    case 2:
      return put(content)
    case 3:
      return put(strange)
    case 4:
      return put(strange + whole)
    case 5: {
      const opening = other.slice(guest.start, guest.contentStart)
      const closing = other.slice(guest.contentEnd, guest.end)
      return put(guest.contentEnd === guest.end ? whole + opening : opening + whole + closing)
    }
    case 6:
      return put(whole.replace(/"[^"<]*"/, () => `"${escaped(mutate('1', other, random, 30))}"`))
    default:
      return content.includes('<')
        ? put(whole)
        : put(
            text.slice(start, contentStart) +
              escaped(mutate(content, content, random, 2000)) +
              text.slice(contentEnd, end),
          )
  }
}

function elementsIn(text: string): Element[] {
  const open: { readonly name: string; readonly start: number; readonly contentStart: number }[] =
    []
  const elements: Element[] = []
  for (const { 0: tag, 1: closes, 2: name = '', 3: empty, index } of text.matchAll(
    /<(\/?)([\w:-]+)[^<>]*?(\/?)>/g,
  )) {
    const end = index + tag.length
    if (empty) elements.push({ start: index, contentStart: end, contentEnd: end, end })
    else if (!closes) open.push({ name, start: index, contentStart: end })
    else {
      const fits = open.findLastIndex((one) => one.name === name)
      const [element] = fits < 0 ? [] : open.splice(fits)
      if (element) elements.push({ ...element, contentEnd: index, end })
    }
  }
  return elements
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
