import type { Marker } from './markers.ts'

/** Which lists are open at a point of the text, and how far each form of numbering has come. */
export class Numbering {
  /** The styles of the markers since the last paragraph. */
  readonly #styles = new Set<string>()
  /** The last ordinal of each style, anywhere above. */
  readonly #ordinals = new Map<string, number>()

  /** Notes the marker of an item. */
  add({ style, ordinal }: Marker): void {
    this.#styles.add(style)
    if (ordinal !== undefined) this.#ordinals.set(style, ordinal)
  }

  /** Notes a paragraph: what looks like a marker inside it is none of the lists before. */
  interrupt(): void {
    this.#styles.clear()
  }

  /** Whether a marker goes on with a list that no paragraph has interrupted. */
  goesOn(marker: Marker): boolean {
    return this.#styles.has(marker.style) && (marker.ordinal === undefined || this.expects(marker))
  }

  /** Whether a number is the first, or the next of its style. */
  expects({ style, ordinal }: Marker): boolean {
    return ordinal === 1 || this.#ordinals.get(style) === (ordinal ?? 0) - 1
  }

  /**
   * Reads "(i)" as a numeral or as the letter after "(h)", whichever goes on with a list; `before` is
   * the marker of the item directly before.
   */
  settle(marker: Marker, before: Marker | undefined): Marker {
    const { roman } = marker
    if (!roman) return marker
    const asRoman = { ...marker, ...roman }
    if (before?.style === roman.style && this.expects(asRoman)) return asRoman
    if (marker.ordinal !== 1 && this.expects(marker)) return marker
    return this.expects(asRoman) ? asRoman : marker
  }
}
