/** One draft in every format: what the property "the same content, the same findings" is about. */
import fc from 'fast-check'
import { odt } from './odt.ts'
import { NUMBERING, numbered, p, r, run, STYLES, styled, table, word } from './word.ts'

/** A piece of a text, and how it is marked. */
export interface Piece {
  readonly text: string
  readonly mark?: 'emphasis' | 'strong'
}

/** A part of a draft. */
export type Part =
  | { readonly kind: 'heading'; readonly rank: number; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'paragraph' | 'quotation'
      readonly pieces: readonly Piece[]
      readonly note?: string | undefined
    }
  | {
      readonly kind: 'list'
      readonly isNumbered: boolean
      /** In Word and OpenDocument: paragraphs whose bullets or numbers are typed. */
      readonly isTyped: boolean
      readonly items: readonly (readonly Piece[])[]
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly [string, string])[] }

export type Draft = readonly Part[]

const SENTENCES = [
  'We met sex workers at the centre.',
  'He committed suicide in 2019.',
  'The handicapped were not asked.',
  'Robust measures are in place.',
  'Research shows that nine in ten agree.',
  'The minister said: “Prostitutes are victims of the trade.”',
  'The term ‘vulnerable people’ is discussed below.',
  'Section 33A of the Sexual Offences Act 1956 is a summary only offence.',
  'Officers write to residents, and residents write back.',
  'Support is offered to women who sell sex:',
  'Welfare visits to brothels go on & on.',
  'It was late.',
]
const sentence = fc.constantFrom(...SENTENCES)
const words = fc.constantFrom('Sex workers', 'Next steps', 'The homeless', 'Prostitution in 2024')

const plain = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((texts) => [{ text: texts.join(' ') }])
const marked = fc
  .tuple(sentence, fc.constantFrom('emphasis', 'strong'), words, sentence)
  .map(([before, mark, text, after]): Piece[] => [
    { text: `${before} See ` },
    { text, mark: mark === 'strong' ? 'strong' : 'emphasis' },
    { text: `. ${after}` },
  ])
const row = fc.tuple(words, words)

/** Drafts; with marks and notes, which plain text does not have, if they are asked for. */
export function draftOf(hasMarks: boolean): fc.Arbitrary<Draft> {
  const pieces: fc.Arbitrary<Piece[]> = hasMarks ? fc.oneof(plain, marked) : plain
  const note = hasMarks ? fc.option(sentence, { nil: undefined }) : fc.constant(undefined)
  const part = fc.oneof(
    fc.record({
      kind: fc.constant('heading' as const),
      rank: fc.integer({ min: 1, max: 3 }),
      pieces: words.map((text) => [{ text }]),
    }),
    fc.record({ kind: fc.constant('paragraph' as const), pieces, note }),
    fc.record({ kind: fc.constant('quotation' as const), pieces }),
    fc.record({
      kind: fc.constant('list' as const),
      isNumbered: fc.boolean(),
      isTyped: fc.boolean(),
      items: fc.array(pieces, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      rows: fc.array(row, { minLength: 2, maxLength: 3 }),
    }),
  )
  // Two lists, or two quotations, side by side would be one in some formats and two in others.
  return fc
    .array(part, { minLength: 1, maxLength: 7 })
    .map((parts) => parts.filter(({ kind }, index) => kind !== parts[index - 1]?.kind))
}

/** The draft in Markdown; without marks, it reads the same as plain text. */
export function asMarkdown(draft: Draft): string {
  const notes: string[] = []
  const inline = (pieces: readonly Piece[]) =>
    pieces
      .map(({ text, mark }) => (mark ? (mark === 'strong' ? `**${text}**` : `*${text}*`) : text))
      .join('')
  const write = (part: Part): string => {
    switch (part.kind) {
      case 'heading':
        return `${'#'.repeat(part.rank)} ${inline(part.pieces)}`
      case 'paragraph':
        if (part.note === undefined) return inline(part.pieces)
        notes.push(`[^${notes.length + 1}]: ${part.note}`)
        return `${inline(part.pieces)}[^${notes.length}]`
      case 'quotation':
        return `> ${inline(part.pieces)}`
      case 'list':
        return part.items
          .map((item, index) => `${part.isNumbered ? `${index + 1}.` : '-'} ${inline(item)}`)
          .join('\n')
      case 'table':
        return part.rows
          .map((cells) => `| ${cells.join(' | ')} |`)
          .toSpliced(1, 0, '|---|---|')
          .join('\n')
    }
  }
  return [...draft.map(write), ...notes].join('\n\n')
}

const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The draft as a page. */
export function asHtml(draft: Draft): string {
  const notes: string[] = []
  const inline = (pieces: readonly Piece[]) =>
    pieces
      .map(({ text, mark }) => {
        const name = mark === 'strong' ? 'strong' : 'em'
        return mark ? `<${name}>${inXml(text)}</${name}>` : inXml(text)
      })
      .join('')
  const write = (part: Part): string => {
    switch (part.kind) {
      case 'heading':
        return `<h${part.rank}>${inline(part.pieces)}</h${part.rank}>`
      case 'paragraph': {
        if (part.note !== undefined) notes.push(part.note)
        const call =
          part.note === undefined ? '' : `<a href="#fn${notes.length}">${notes.length}</a>`
        return `<p>${inline(part.pieces)}${call}</p>`
      }
      case 'quotation':
        return `<blockquote><p>${inline(part.pieces)}</p></blockquote>`
      case 'list': {
        const name = part.isNumbered ? 'ol' : 'ul'
        return `<${name}>${part.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}</${name}>`
      }
      case 'table':
        return `<table>${part.rows
          .map((cells, index) => {
            const name = index === 0 ? 'th' : 'td'
            return `<tr>${cells.map((cell) => `<${name}>${inXml(cell)}</${name}>`).join('')}</tr>`
          })
          .join('\n')}</table>`
    }
  }
  const parts = draft.map(write)
  const list = notes.map((note, index) => `<li id="fn${index + 1}"><p>${inXml(note)}</p></li>`)
  return `<!doctype html>\n<html lang="en"><body>\n${parts.join('\n')}\n<ol>${list.join('')}</ol></body></html>`
}

/** The lines above footnotes, which Word writes as notes. */
const SEPARATORS = ['separator', 'continuationSeparator']
  .map(
    (type, index) =>
      `<w:footnote w:type="${type}" w:id="${index - 1}">${p(run(`<w:${type}/>`))}</w:footnote>`,
  )
  .join('')

/** The items of a list, each with its bullet or number. */
function typed({ isNumbered, items }: Extract<Part, { kind: 'list' }>): Piece[][] {
  return items.map((item, index) => [{ text: isNumbered ? `${index + 1}. ` : '• ' }, ...item])
}

/** The draft as a Word document. */
export function asWord(draft: Draft): Uint8Array {
  const notes: string[] = []
  /** The kind of each list: every one begins at 1. */
  const lists: number[] = []
  const inline = (pieces: readonly Piece[]) =>
    pieces
      .map(({ text, mark }) => r(text, mark ? (mark === 'strong' ? '<w:b/>' : '<w:i/>') : ''))
      .join('')
  const write = (part: Part): string => {
    switch (part.kind) {
      case 'heading':
        return p(inline(part.pieces), styled(`Heading${part.rank}`))
      case 'paragraph': {
        if (part.note !== undefined) notes.push(part.note)
        const call =
          part.note === undefined ? '' : run(`<w:footnoteReference w:id="${notes.length}"/>`)
        return p(inline(part.pieces) + call)
      }
      case 'quotation':
        return p(inline(part.pieces), styled('Quote'))
      case 'list':
        if (part.isTyped)
          return typed(part)
            .map((item) => p(inline(item)))
            .join('')
        lists.push(part.isNumbered ? 0 : 1)
        return part.items.map((item) => p(inline(item), numbered(9 + lists.length))).join('')
      case 'table':
        return table(part.rows.map((cells) => cells.map((cell) => p(r(cell)))))
    }
  }
  return word({
    body: draft.map(write).join(''),
    styles: STYLES,
    numbering:
      NUMBERING +
      lists
        .map(
          (kind, index) =>
            `<w:num w:numId="${index + 10}"><w:abstractNumId w:val="${kind}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
        )
        .join(''),
    footnotes:
      SEPARATORS +
      notes
        .map((note, index) => `<w:footnote w:id="${index + 1}">${p(r(note))}</w:footnote>`)
        .join(''),
  })
}

/** The draft as an OpenDocument text. */
export function asOdt(draft: Draft): Uint8Array {
  let count = 0
  const inline = (pieces: readonly Piece[]) =>
    pieces
      .map(({ text, mark }) => {
        const style = mark === 'strong' ? 'B' : 'I'
        return mark
          ? `<text:span text:style-name="${style}">${inXml(text)}</text:span>`
          : inXml(text)
      })
      .join('')
  const write = (part: Part): string => {
    switch (part.kind) {
      case 'heading':
        return `<text:h text:outline-level="${part.rank}">${inline(part.pieces)}</text:h>`
      case 'paragraph': {
        const note =
          part.note === undefined
            ? ''
            : `<text:note text:note-class="footnote"><text:note-citation>${++count}</text:note-citation><text:note-body><text:p>${inXml(part.note)}</text:p></text:note-body></text:note>`
        return `<text:p>${inline(part.pieces)}${note}</text:p>`
      }
      case 'quotation':
        return `<text:p text:style-name="Quotations">${inline(part.pieces)}</text:p>`
      case 'list': {
        if (part.isTyped)
          return typed(part)
            .map((item) => `<text:p>${inline(item)}</text:p>`)
            .join('')
        const items = part.items.map(
          (item) => `<text:list-item><text:p>${inline(item)}</text:p></text:list-item>`,
        )
        return `<text:list text:style-name="${part.isNumbered ? 'L1' : 'L2'}">${items.join('')}</text:list>`
      }
      case 'table': {
        const rows = part.rows.map((cells) => {
          const written = cells.map(
            (cell) => `<table:table-cell><text:p>${inXml(cell)}</text:p></table:table-cell>`,
          )
          return `<table:table-row>${written.join('')}</table:table-row>`
        })
        const [head = '', ...rest] = rows
        return `<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/><table:table-header-rows>${head}</table:table-header-rows>${rest.join('')}</table:table>`
      }
    }
  }
  return odt({ body: draft.map(write).join('') })
}
