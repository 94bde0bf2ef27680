/** Data in columns: of each its name, what its values are, and the strings among them. */
export interface Columns {
  readonly shapes: string
  readonly names: readonly string[]
  readonly kinds: readonly string[]
  readonly strings: readonly string[]
}

/** Lays data out in columns. */
export function toColumns(data: unknown): Columns

/** The data that were laid out in columns. */
export function fromColumns(columns: Columns): unknown
