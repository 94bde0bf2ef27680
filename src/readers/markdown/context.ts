import { parseDirective } from '../directives.ts'
import { type Sketch, type Step, sketch } from './steps.ts'
import { Tokenizer } from './tokenizer.ts'

/** What all parts of the Markdown reader share while they read one file. Offsets are UTF-16 units in it. */
export class Context {
  readonly outline: Sketch = sketch((step) => this.#steps.push(step))
  readonly tokenizer: Tokenizer
  readonly source: string
  #steps: Step[] = []

  constructor(source: string) {
    this.source = source
    this.tokenizer = new Tokenizer(source)
  }

  /** What was read since this was last asked. */
  take(): readonly Step[] {
    const steps = this.#steps
    this.#steps = []
    return steps
  }

  /** Takes note of a comment in the file if it is a directive. */
  comment(start: number, end: number): void {
    const written = this.source.slice(start, end)
    if (!written.includes('fairdraft')) return
    // In a quotation, every line of a comment has the prefix of the quotation.
    const directive = parseDirective(written.replace(/(\r\n|\r|\n)[ \t>]*/g, '\n'))
    if (!directive) return
    this.#steps.push(({ directives }, by) => {
      directives.push({ ...directive, start: start + by, end: end + by })
    })
  }

  /** Takes note of a passage that was read as plain text, because its markup would take too long. */
  leftPlain(start: number, end: number): void {
    this.#steps.push((draft, by) => draft.leftPlain(start + by, end + by))
  }
}
