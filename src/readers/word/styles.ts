import { type Formatting, mergeFormatting } from '../formatting.ts'
import { elementsOf, find, type XmlElement } from '../xml.ts'
import { isOn, valOf } from './names.ts'

/** A style with what it takes over from those it is based on. */
export interface Style {
  /** The names of the style and of all it is based on, in lower case, its own first. */
  readonly names: readonly string[]
  /** 0 to 8 for a heading; 9 is body text. */
  readonly outlineLevel: number | undefined
  readonly list: ListProperties | undefined
  readonly text: Formatting
}

/** The numbering that a paragraph takes part in. */
export interface ListProperties {
  readonly numbering: string | undefined
  readonly level: number | undefined
}

const NONE: Style = { names: [], outlineLevel: undefined, list: undefined, text: {} }

/** The styles of a document, by id. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>()
  readonly #resolved = new Map<string, Style>()
  readonly #defaultParagraph: string | undefined

  constructor(root: XmlElement | undefined) {
    for (const style of elementsOf(root)) {
      const id = style.attributes.get('w:styleId')
      if (style.name !== 'w:style' || id === undefined) continue
      this.#elements.set(id, style)
      const isDefault = /^(?:1|true|on)$/.test(style.attributes.get('w:default') ?? '')
      if (isDefault && style.attributes.get('w:type') === 'paragraph') this.#defaultParagraph = id
    }
  }

  /** The style of a paragraph; the default one if it names none. */
  paragraph(id: string | undefined): Style {
    return this.#style(id ?? this.#defaultParagraph)
  }

  /** The style of a run. */
  character(id: string | undefined): Style {
    return this.#style(id)
  }

  #style(id: string | undefined): Style {
    if (id === undefined) return NONE
    const known = this.#resolved.get(id)
    if (known) return known
    this.#resolved.set(id, NONE) // A style that is based on itself ends here.
    const style = this.#resolve(id)
    this.#resolved.set(id, style)
    return style
  }

  #resolve(id: string): Style {
    const element = this.#elements.get(id)
    if (!element) return { ...NONE, names: [id.toLowerCase()] }
    const base = this.#style(valOf(find(element, 'w:basedOn')))
    const properties = find(element, 'w:pPr')
    const own = formattingOf(find(element, 'w:rPr'))
    // The language of the default style is a setting of the program, not of the text.
    const language = id === this.#defaultParagraph ? undefined : own.language
    return {
      names: [valOf(find(element, 'w:name'))?.toLowerCase() ?? '', ...base.names],
      outlineLevel: outlineLevel(properties) ?? base.outlineLevel,
      list: mergeLists(base.list, listProperties(properties)),
      text: mergeFormatting(base.text, { ...own, language }),
    }
  }
}

/** The outline level that paragraph properties give: 0 to 9. */
export function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const value = valOf(find(properties, 'w:outlineLvl'))
  return value === undefined ? undefined : Number.parseInt(value, 10)
}

/** The list that paragraph properties name. */
export function listProperties(properties: XmlElement | undefined): ListProperties | undefined {
  const element = find(properties, 'w:numPr')
  if (!element) return undefined
  const level = valOf(find(element, 'w:ilvl'))
  return {
    numbering: valOf(find(element, 'w:numId')),
    level: level === undefined ? undefined : Number.parseInt(level, 10),
  }
}

/** The formatting that run properties give. */
export function formattingOf(properties: XmlElement | undefined): Formatting {
  if (!properties) return {}
  const strikes = [find(properties, 'w:strike'), find(properties, 'w:dstrike')].map(isOn)
  return {
    strong: isOn(find(properties, 'w:b')),
    emphasis: isOn(find(properties, 'w:i')),
    deleted: strikes.includes(true) || (strikes.includes(false) ? false : undefined),
    hidden: isOn(find(properties, 'w:vanish')),
    language: valOf(find(properties, 'w:lang')),
  }
}

/** A list with what a paragraph says of its own. */
export function mergeLists(
  base: ListProperties | undefined,
  over: ListProperties | undefined,
): ListProperties | undefined {
  if (!base || !over) return over ?? base
  return { numbering: over.numbering ?? base.numbering, level: over.level ?? base.level }
}
