import { type Formatting, mergeFormatting } from '../formatting.ts'
import { elementsOf, find, type XmlElement } from '../xml.ts'

/** A style with what it takes over from its parents. */
export interface Style {
  /** The names of the style and its parents as people see them, in lower case, its own first. */
  readonly names: readonly string[]
  /** The rank of a heading, from 1; 0 if the style says that it makes none. */
  readonly rank: number | undefined
  readonly listStyle: string | undefined
  readonly text: Formatting
  /** What formatting of this one paragraph says: programs keep it in a style without a name. */
  readonly direct: Formatting
}

const NONE: Style = { names: [], rank: undefined, listStyle: undefined, text: {}, direct: {} }
/** The style of all text that has no other: its language is a setting of the program. */
const DEFAULT = 'standard'

/** The styles of a document, those in use for one paragraph only included. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>()
  readonly #resolved = new Map<string, Style>()

  constructor(roots: readonly (XmlElement | undefined)[]) {
    for (const root of roots) {
      for (const group of ['office:styles', 'office:automatic-styles']) {
        for (const style of elementsOf(find(root, group))) {
          const { attributes } = style
          const key = `${attributes.get('style:family')} ${attributes.get('style:name')}`
          if (style.name === 'style:style') this.#elements.set(key, style)
        }
      }
    }
  }

  /** The style of a paragraph or heading. */
  paragraph(name: string | undefined): Style {
    return this.#style('paragraph', name)
  }

  /** The style of a stretch of text. */
  character(name: string | undefined): Style {
    return this.#style('text', name)
  }

  #style(family: string, name: string | undefined): Style {
    if (name === undefined) return NONE
    const key = `${family} ${name}`
    const known = this.#resolved.get(key)
    if (known) return known
    this.#resolved.set(key, NONE) // A style that is its own parent ends here.
    const style = this.#resolve(family, name, this.#elements.get(key))
    this.#resolved.set(key, style)
    return style
  }

  #resolve(family: string, name: string, element: XmlElement | undefined): Style {
    if (!element) return { ...NONE, names: [shown(name)] }
    const { attributes, parent } = element
    const base = this.#style(family, attributes.get('style:parent-style-name'))
    const isAutomatic = parent?.name === 'office:automatic-styles'
    const own = formattingOf(find(element, 'style:text-properties'))
    const named = shown(attributes.get('style:display-name') ?? name)
    const language = named === DEFAULT ? undefined : own.language
    const rank = attributes.get('style:default-outline-level')
    return {
      names: isAutomatic ? base.names : [named, ...base.names],
      rank: rank === undefined ? base.rank : Number(rank) || 0,
      listStyle: attributes.get('style:list-style-name') ?? base.listStyle,
      text: mergeFormatting(base.text, { ...own, language }),
      direct: isAutomatic ? own : {},
    }
  }
}

function formattingOf(element: XmlElement | undefined): Formatting {
  const get = (name: string) => element?.attributes.get(name)
  const weight = get('fo:font-weight')
  const slant = get('fo:font-style')
  const strike = get('style:text-line-through-style') ?? get('style:text-line-through-type')
  const display = get('text:display')
  return {
    strong: weight === undefined ? undefined : /^(?:bold|[6-9]00)$/.test(weight),
    emphasis: slant === undefined ? undefined : slant !== 'normal',
    deleted: strike === undefined ? undefined : strike !== 'none',
    hidden: display === undefined ? undefined : display === 'none',
    language: get('fo:language'),
  }
}

/** A name as people see it: "Heading_20_1" is "heading 1". */
function shown(name: string): string {
  return name
    .replace(/_([\da-f]{2})_/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll('_', ' ')
    .toLowerCase()
}
