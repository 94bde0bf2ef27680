/** Data in columns. */
export interface Columns {
  readonly shapes: string
  readonly columns: readonly (readonly [name: string, kinds: string, strings: string])[]
}

/** Lays data out in columns. */
export function toColumns(data: unknown): Columns

/** The data that were laid out in columns. */
export function fromColumns(columns: Columns): unknown
