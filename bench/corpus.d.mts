/** A generator of numbers from 0 to 1. */
export declare function random(seed: number): () => number

/** A text of about `length` characters with how many terms stand in it. */
export declare function generate(options: {
  readonly length: number
  readonly density?: 'sparse' | 'dense'
  readonly format?: 'md' | 'txt'
  readonly seed?: number
}): { readonly text: string; readonly hits: number }
