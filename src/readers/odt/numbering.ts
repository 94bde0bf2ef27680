import { BULLET, bulletOf, formatNumber } from '../numbers.ts'
import { elementsOf, find, type XmlElement } from '../xml.ts'

interface Level {
  /** The bullet; undefined for a number. */
  readonly bullet: string | undefined
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  /** How many levels a number shows. */
  readonly shown: number
}

/** A list that is being read, and how far its numbers have come, by level. */
export interface Count {
  readonly style: string | undefined
  readonly numbers: (number | undefined)[]
}

/** The number or bullet that an item shows. */
export interface Label {
  readonly marker: string
  /** Whether the number is made of several ("2.3"), as those of paragraphs are. */
  readonly isSection: boolean
}

const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** Counts the items of a document, in the order of the text. */
export class Numbering {
  readonly #styles = new Map<string, ReadonlyMap<number, Level>>()
  readonly #lists = new Map<string, Count>()
  readonly #last = new Map<string | undefined, Count>()

  constructor(roots: readonly (XmlElement | undefined)[]) {
    for (const root of roots) {
      for (const group of ['office:styles', 'office:automatic-styles']) {
        for (const style of elementsOf(find(root, group))) {
          const name = style.attributes.get('style:name')
          if (style.name === 'text:list-style' && name !== undefined) {
            this.#styles.set(name, levelsOf(style))
          }
        }
      }
    }
  }

  /** Begins a list of some style, which may go on with one before it. */
  begin({ attributes }: XmlElement, style: string | undefined): Count {
    const continued = attributes.get('text:continue-list')
    const before =
      (continued === undefined ? undefined : this.#lists.get(continued)) ??
      (attributes.get('text:continue-numbering') === 'true' ? this.#last.get(style) : undefined)
    const count = { style, numbers: before?.numbers ?? [] }
    const id = attributes.get('xml:id')
    if (id !== undefined) this.#lists.set(id, count)
    this.#last.set(style, count)
    return count
  }

  /** The label of the next item of a list at a level, from 0. */
  next({ style, numbers }: Count, at: number, item: XmlElement): Label {
    const levels = style === undefined ? undefined : this.#styles.get(style)
    const level = levels?.get(at)
    const start = Number(item.attributes.get('text:start-value') ?? Number.NaN)
    const before = numbers[at]
    numbers.length = at + 1
    numbers[at] = Number.isNaN(start)
      ? before === undefined
        ? (level?.start ?? 1)
        : before + 1
      : start
    if (!level) return { marker: BULLET, isSection: false }
    if (level.bullet !== undefined) return { marker: bulletOf(level.bullet), isSection: false }
    const shown = numbers
      .slice(Math.max(at + 1 - level.shown, 0))
      .map((number, index, { length }) => {
        const format = levels?.get(at + 1 - length + index)?.format ?? ''
        return format === '' ? '' : formatNumber(number ?? 1, FORMATS[format] ?? 'decimal')
      })
      .filter((text) => text !== '')
    const marker = shown.length > 0 ? `${level.prefix}${shown.join('.')}${level.suffix}`.trim() : ''
    return { marker, isSection: shown.length > 1 }
  }
}

function levelsOf(style: XmlElement): Map<number, Level> {
  return new Map(
    elementsOf(style).map((element) => {
      const { attributes } = element
      const level: Level = {
        bullet:
          element.name === 'text:list-level-style-number'
            ? undefined
            : (attributes.get('text:bullet-char') ?? BULLET),
        format: attributes.get('style:num-format') ?? '',
        prefix: attributes.get('style:num-prefix') ?? '',
        suffix: attributes.get('style:num-suffix') ?? '',
        start: Number(attributes.get('text:start-value') ?? 1),
        shown: Number(attributes.get('text:display-levels') ?? 1),
      }
      return [Number(attributes.get('text:level') ?? 1) - 1, level]
    }),
  )
}
