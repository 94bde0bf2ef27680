/** Remembers texts and blocks that were met lately: what was made of a text, and a block as the same object. */

import type { Block, Span } from './blocks.ts'

/** So many UTF-16 units of text are remembered at least, and twice as many at most. A longer document is not. */
const ENOUGH = 1_000_000
/** What a block counts for besides its text, in the same units. */
const OWN_WEIGHT = 64
/** How many blocks with the text of another are looked through for one that is like it. */
const FARTHEST = 4

/** What empties each thing that is remembered. */
const empties: (() => void)[] = []

/** Forgets what was met so far: of documents that nobody comes back to, nothing need be kept. */
export function forget(): void {
  for (const empty of empties) empty()
}

/** A function of a text that works each text out once, as long as it was met lately: many stand in several blocks. */
export function rememberRecent<Value>(make: (text: string) => Value): (text: string) => Value {
  let recent = new Map<string, Value>()
  let before = recent
  let size = 0
  empties.push(() => {
    recent = new Map()
    before = recent
    size = 0
  })
  return (text) => {
    const known = recent.get(text)
    if (known !== undefined) return known
    const value = before.get(text) ?? make(text)
    size += text.length
    if (size > ENOUGH) {
      before = recent
      recent = new Map()
      size = text.length
    }
    recent.set(text, value)
    return value
  }
}

/** The blocks with one text that were met lately. */
interface Namesakes {
  /** The document that is being looked through, or was last. */
  document: object
  /** Those met before it, and how many of them were looked through. */
  known: readonly Block[]
  at: number
  /** Those of the document so far; absent as long as it has those met before it, in the same order. */
  own: Block[] | undefined
}

let recent = new Map<string, Namesakes>()
let before = new Map<string, Namesakes>()
let size = 0
empties.push(() => {
  recent = new Map()
  before = recent
  size = 0
  latest = []
})

/** What stood for the blocks of the latest document. */
let latest: readonly Block[] = []

/** Whether the blocks of a document are more than what is remembered. */
export function isTooLong(blocks: readonly Block[]): boolean {
  return blocks.reduce((sum, { text }) => sum + text.length, OWN_WEIGHT * blocks.length) > ENOUGH
}

function weightOf(text: string): number {
  return text.length + OWN_WEIGHT
}

/**
 * For each block of a document, in order, the one that stands for it: a block met lately that is like it in
 * everything but where it stands in its file, with headings, introduction and so on that stand for its own; or else
 * itself, or a copy. No two blocks of a document have the same.
 */
export function recall(blocks: readonly Block[]): readonly Block[] {
  const document = {}
  const standing = new Map<Block, Block>()
  const sections = new Map<readonly Block[], readonly Block[]>()
  const headingsFor = (headings: readonly Block[]) => {
    const known = sections.get(headings) ?? headings.map((heading) => standIn(heading))
    sections.set(headings, known)
    return known
  }
  const relativesOf = ({ headings, introduction, parent, columnHeader, rowHeader }: Block) => ({
    headings: headingsFor(headings),
    introduction: introduction && standIn(introduction),
    parent: parent && standIn(parent),
    columnHeader: columnHeader && standIn(columnHeader),
    rowHeader: rowHeader && standIn(rowHeader),
  })
  // Up to a change a block has its place from the start, and behind it from the end: of namesakes it is the one there.
  let moved = 0
  const standIn = (block: Block, at = Number.NaN): Block => {
    const there = standing.get(block)
    if (there) return there
    const likely = latest[at + moved]
    const stands = take(block, relativesOf(block), namesakesOf(block.text, document), likely)
    if (stands !== likely) moved = latest.length - blocks.length
    standing.set(block, stands)
    return stands
  }
  latest = blocks.map(standIn)
  return latest
}

function namesakesOf(text: string, document: object): Namesakes {
  const there = recent.get(text) ?? fetched(text, document)
  if (there.document === document) return there
  const { known, at, own } = there
  // What is far behind the blocks of the latest document will not be met again.
  if (own) there.known = [...own, ...known.slice(at, at + FARTHEST)]
  else if (known.length > at + FARTHEST) there.known = known.slice(0, at + FARTHEST)
  there.document = document
  there.at = 0
  there.own = undefined
  return there
}

/** Takes the namesakes of a text over from those met longer ago. */
function fetched(text: string, document: object): Namesakes {
  if (size > ENOUGH) {
    before = recent
    recent = new Map()
    size = 0
  }
  const there = before.get(text) ?? { document, known: [], at: 0, own: undefined }
  size += (there.own ?? there.known).length * weightOf(text)
  recent.set(text, there)
  return there
}

/** The blocks that stand for those that a block belongs to. */
type Relatives = Pick<Block, 'headings'> & {
  readonly [Name in 'introduction' | 'parent' | 'columnHeader' | 'rowHeader']: Block | undefined
}

/** The next of the namesakes that is like a block with some relatives; or such a block, which is one of them from now on. */
function take(
  block: Block,
  relatives: Relatives,
  namesakes: Namesakes,
  likely: Block | undefined,
): Block {
  const { known, at } = namesakes
  const last = Math.min(known.length, at + FARTHEST)
  let first = at
  for (let index = at; index < last; index++) if (known[index] === likely) first = index
  for (let index = first; index < last; index++) {
    const one = known[index]
    if (!one || !isLike(one, block, relatives)) continue
    if (index > at) namesakes.own ??= known.slice(0, at)
    namesakes.own?.push(one)
    namesakes.at = index + 1
    return one
  }
  namesakes.own ??= known.slice(0, at)
  const made = withRelatives(block, relatives)
  namesakes.own.push(made)
  size += weightOf(block.text)
  return made
}

function withRelatives(block: Block, relatives: Relatives): Block {
  if (isRelatedLike(block, relatives)) return block
  const { headings, introduction, parent, columnHeader, rowHeader } = relatives
  return {
    ...block,
    headings,
    ...(introduction && { introduction }),
    ...(parent && { parent }),
    ...(columnHeader && { columnHeader }),
    ...(rowHeader && { rowHeader }),
  }
}

/** Whether a block is like another with the same text, which has some relatives, in everything but its place. */
function isLike(one: Block, other: Block, relatives: Relatives): boolean {
  return (
    one.kind === other.kind &&
    one.depth === other.depth &&
    one.quotation === other.quotation &&
    one.marker === other.marker &&
    isRelatedLike(one, relatives) &&
    isEach(one.spans, other.spans, isMarkedLike)
  )
}

function isRelatedLike(block: Block, relatives: Relatives): boolean {
  return (
    block.introduction === relatives.introduction &&
    block.parent === relatives.parent &&
    block.columnHeader === relatives.columnHeader &&
    block.rowHeader === relatives.rowHeader &&
    isEach(block.headings, relatives.headings, isSame)
  )
}

function isMarkedLike(one: Span, other: Span): boolean {
  return (
    one.text.length === other.text.length &&
    one.opaque === other.opaque &&
    one.noted === other.noted &&
    isEach(one.marks ?? NONE, other.marks ?? NONE, isSame)
  )
}

const NONE: readonly never[] = []

function isSame(one: unknown, other: unknown): boolean {
  return one === other
}

function isEach<Item>(
  ones: readonly Item[],
  others: readonly Item[],
  like: (one: Item, other: Item) => boolean,
): boolean {
  if (ones === others) return true
  if (ones.length !== others.length) return false
  for (let at = 0; at < ones.length; at++) {
    const [one, other] = [ones[at], others[at]]
    if (one === undefined || other === undefined || !like(one, other)) return false
  }
  return true
}
