import type { Part } from '../../readers/package.ts'
import { escapeXml } from '../../readers/xml.ts'
import type { Reviewer } from '../index.ts'
import { dateOf, printableInXml } from '../xml-text.ts'

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

/** Writes the elements that comments and tracked changes are made of. */
export class Markup {
  readonly isStrict: boolean
  /** Declares the prefix `w` where a part has another one. */
  readonly #declaration: string
  readonly #reviewer: Reviewer
  readonly #used: Set<number>
  readonly #commentIds: number[] = []
  #next = 0

  /** `parts` are those whose ids are taken; the first is the body of the document. */
  constructor(parts: readonly Part[], reviewer: Reviewer) {
    const root = parts[0]?.source ?? ''
    this.isStrict = root.includes(STRICT)
    this.#declaration = parts.every(({ source }) => /<w:\w+[\s>]/.test(source))
      ? ''
      : ` xmlns:w="${this.namespace}"`
    this.#reviewer = reviewer
    this.#used = new Set(
      parts.flatMap(({ source }) =>
        [...source.matchAll(/\bid="(\d{1,10})"/g)].map(([, id]) => Number(id)),
      ),
    )
  }

  /** The namespace of the document’s elements. */
  get namespace(): string {
    return this.isStrict ? STRICT : TRANSITIONAL
  }

  /** An id that nothing in the document has. */
  newId(): number {
    while (this.#used.has(this.#next)) this.#next += 1
    return this.#next++
  }

  /** The id of the comment at an index. */
  commentId(index: number): number {
    this.#commentIds[index] ??= this.newId()
    return this.#commentIds[index] ?? 0
  }

  /** Where the words of a comment begin. */
  opening(id: number): string {
    return `<w:commentRangeStart${this.#declaration} w:id="${id}"/>`
  }

  /** Where they end. */
  closing(id: number): string {
    return `<w:commentRangeEnd${this.#declaration} w:id="${id}"/>`
  }

  /** Where the comment is shown. */
  reference(id: number): string {
    return `<w:r${this.#declaration}><w:commentReference w:id="${id}"/></w:r>`
  }

  /** A tracked deletion around a run. */
  deletion(run: string): string {
    return `<w:del${this.#signed()}>${run}</w:del>`
  }

  /** A tracked insertion of a text; `properties` are the source of how it is formatted. */
  insertion(text: string, properties: string): string {
    return `<w:ins${this.#signed()}><w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:ins>`
  }

  /** A comment. */
  comment(id: number, paragraphs: readonly string[]): string {
    const { author } = this.#reviewer
    const text = paragraphs.map(
      (paragraph) =>
        `<w:p><w:r><w:t xml:space="preserve">${escapeXml(printableInXml(paragraph))}</w:t></w:r></w:p>`,
    )
    return `<w:comment${this.#signed(id)} w:initials="${escapeXml(initialsOf(author))}">${text.join('')}</w:comment>`
  }

  #signed(id = this.newId()): string {
    const { author, date } = this.#reviewer
    return `${this.#declaration} w:id="${id}" w:author="${escapeXml(author)}" w:date="${dateOf(date)}"`
  }
}

function initialsOf(author: string): string {
  return (author.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? ['?']).slice(0, 3).join('')
}
