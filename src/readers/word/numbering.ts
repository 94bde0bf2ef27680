import { BULLET, bulletOf, formatNumber } from '../numbers.ts'
import { elementsOf, find, type XmlElement } from '../xml.ts'
import { isOn, valOf } from './names.ts'
import type { ListProperties } from './styles.ts'

/** The number or bullet that an item shows. */
export interface Label {
  /** "1.", "(a)", "•"; empty if the item shows none. */
  readonly marker: string
  /** The nesting of the item, from 0. */
  readonly level: number
  /** Whether the number is made of several ("2.3"), as those of paragraphs and headings are. */
  readonly isSection: boolean
}

interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
  readonly legal: boolean
  readonly restart: number | undefined
  readonly style: string | undefined
}

interface Numbered {
  /** What lists that count on together have in common. */
  readonly counter: string
  readonly levels: ReadonlyMap<number, Level>
  readonly starts: ReadonlyMap<number, number>
}

const DEEPEST = 8

/** Counts the items of a document, in the order of the text. */
export class Numbering {
  readonly #lists = new Map<string, Numbered>()
  readonly #counters = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  constructor(root: XmlElement | undefined) {
    const children = elementsOf(root)
    const named = (name: string, id: string) =>
      new Map(
        children
          .filter((element) => element.name === name)
          .map((element) => [element.attributes.get(id) ?? '', element]),
      )
    const abstracts = named('w:abstractNum', 'w:abstractNumId')
    const numbers = named('w:num', 'w:numId')
    for (const [id, element] of numbers) {
      const counter = valOf(find(element, 'w:abstractNumId')) ?? ''
      const levels = levelsOf(linked(abstracts.get(counter), abstracts))
      const starts = new Map<number, number>()
      for (const override of elementsOf(element)) {
        if (override.name !== 'w:lvlOverride') continue
        const level = integer(override.attributes.get('w:ilvl')) ?? 0
        const start = integer(valOf(find(override, 'w:startOverride')))
        if (start !== undefined) starts.set(level, start)
        const own = find(override, 'w:lvl')
        if (own) levels.set(level, levelOf(own))
      }
      this.#lists.set(id, { counter, levels, starts })
    }
  }

  /** The label of the next item of a list, or nothing if the list is none; `style` is the paragraph’s. */
  next(list: ListProperties | undefined, style: string | undefined): Label | undefined {
    const id = list?.numbering
    if (id === undefined || id === '0') return undefined
    const numbered = this.#lists.get(id)
    if (!numbered) return undefined
    const level = Math.min(Math.max(list?.level ?? levelOfStyle(numbered, style), 0), DEEPEST)
    const format = numbered.levels.get(level)
    if (!format) return { marker: BULLET, level, isSection: false }
    const counts = this.#count(id, numbered, level)
    if (format.format === 'bullet') {
      return { marker: bulletOf(format.text), level, isSection: false }
    }
    const marker = format.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const shown = format.legal ? 'decimal' : (numbered.levels.get(at)?.format ?? 'decimal')
      return formatNumber(counts[at] ?? numbered.levels.get(at)?.start ?? 1, shown)
    })
    return { marker: marker.trim(), level, isSection: /%\d.*%\d/.test(format.text) }
  }

  #count(id: string, { counter, levels, starts }: Numbered, level: number) {
    const counts = this.#counters.get(counter) ?? []
    this.#counters.set(counter, counts)
    if (!this.#begun.has(id)) {
      this.#begun.add(id)
      for (const at of starts.keys()) counts[at] = undefined
    }
    const start = starts.get(level) ?? levels.get(level)?.start ?? 1
    const before = counts[level]
    counts[level] = before === undefined ? start : before + 1
    for (let deeper = level + 1; deeper <= DEEPEST; deeper++) {
      const restart = levels.get(deeper)?.restart
      if (restart === undefined || restart > level) counts[deeper] = undefined
    }
    return counts
  }
}

function levelOfStyle({ levels }: Numbered, style: string | undefined): number {
  if (style === undefined) return 0
  return [...levels].find(([, level]) => level.style === style)?.[0] ?? 0
}

/** An abstract numbering may only name another, by the style that both belong to. */
function linked(
  abstract: XmlElement | undefined,
  all: ReadonlyMap<string, XmlElement>,
): XmlElement | undefined {
  const link = valOf(find(abstract, 'w:numStyleLink'))
  if (link === undefined) return abstract
  return [...all.values()].find((one) => valOf(find(one, 'w:styleLink')) === link) ?? abstract
}

function levelsOf(abstract: XmlElement | undefined): Map<number, Level> {
  return new Map(
    elementsOf(abstract)
      .filter(({ name }) => name === 'w:lvl')
      .map((element) => [integer(element.attributes.get('w:ilvl')) ?? 0, levelOf(element)]),
  )
}

function levelOf(element: XmlElement): Level {
  const text = valOf(find(element, 'w:lvlText')) ?? ''
  return {
    format: valOf(find(element, 'w:numFmt')) ?? 'decimal',
    text,
    start: integer(valOf(find(element, 'w:start'))) ?? 0,
    legal: isOn(find(element, 'w:isLgl')) ?? false,
    restart: integer(valOf(find(element, 'w:lvlRestart'))),
    style: valOf(find(element, 'w:pStyle')),
  }
}

function integer(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isNaN(number) ? undefined : number
}
