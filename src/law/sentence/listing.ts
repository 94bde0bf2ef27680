/** What a list, a table or a heading says of the provisions under it. */

import type { Block } from '../../blocks.ts'
import type { Document, Run } from '../../document.ts'
import { asked, isSameMap, ofDocument, type Query, rememberedByRun } from '../../remember.ts'
import type { Mention } from '../cite/mention.ts'
import type { Predicate, Predication } from './predication.ts'

/** Something said of provisions. */
export interface Said extends Predicate {
  readonly block: Block
  /** What it says: two that say the same have the same key. */
  readonly key: string
  /** It stands beside others and excludes none: "may be tried here or there". */
  readonly inclusive?: boolean
}

/** A predicate that stands open in a block: it is said of what the block introduces. */
export interface OpenPredicate<S extends Said> {
  readonly said: S
  readonly predication: Predication
}

/** What a listing is asked about a block. */
interface Reader<S extends Said> {
  /** The predicates of a block that are said of nothing in it. */
  open(document: Document, block: Block): readonly OpenPredicate<S>[]
  mentions(document: Document, block: Block): readonly Mention[]
}

/** Finds the predicate that is said of the provisions of a block by what introduces it. */
type ListingReader<S extends Said> = (
  document: Document,
  block: Block,
) => OpenPredicate<S> | undefined

const TICK = /^\s*(?:[✓✔☑●•xX]|yes|y)\s*$/i
const CROSS = /^\s*(?:[✗✘]|no|n)\s*$/i

/** Whether a cell says "yes" or "no" to what stands at the head of its column, and which. */
export function answerOf({ kind, text }: Block): 'yes' | 'no' | undefined {
  if (kind !== 'cell') return undefined
  return TICK.test(text) ? 'yes' : CROSS.test(text) ? 'no' : undefined
}

/** Makes a reader of listings. */
export function createListingReader<S extends Said>(reader: Reader<S>): ListingReader<S> {
  const opens = rememberedByRun((document, run) =>
    run.some((block) => introducesMore(document, block, reader)),
  )
  const all = ofDocument((document) => continuations(document, reader, opens), isSameMap)
  const continued = asked((document, block) => all(document).get(block))
  return (document, block) => {
    if (block.kind === 'heading' || block.kind === 'caption') return undefined
    const answer = answerOf(block) !== undefined
    const above = answer ? askedOf(block) : introducers(block, continued(document, block))
    for (const { by, strict } of above) {
      const open = reader
        .open(document, by)
        .filter(({ said }) => introduces(document, by, said, answer))
      const keys = new Set(open.map(({ said }) => said.key))
      if (keys.size > 1) return undefined
      const [first] = open
      if (first) {
        const listed = answer || fits(document, block, reader, strict || !strong(by, first.said))
        return listed ? first : undefined
      }
      if (by.kind !== 'heading' && SETS_APART.test(by.text)) return undefined
    }
    return undefined
  }
}

interface Introducer {
  readonly by: Block
  /** Only what stands in the manner of a list, at the head of a line and without a verb, is under it. */
  readonly strict: boolean
}

/** What a cell may answer: the head of its column, or that of its row. */
function askedOf({ columnHeader, rowHeader }: Block): Introducer[] {
  return [columnHeader, rowHeader].flatMap((by) => (by ? [{ by, strict: false }] : []))
}

const MOST_INTRODUCERS = 24

/** What stands over a block, the nearest first. */
function introducers(block: Block, continued: Block | undefined): Introducer[] {
  const found: Introducer[] = []
  const add = (by: Block | undefined, strict: boolean) => {
    if (by && found.length < MOST_INTRODUCERS && !found.some((one) => one.by === by))
      found.push({ by, strict })
  }
  if (block.kind === 'cell') {
    add(block.rowHeader, false)
    add(block.columnHeader, false)
  }
  for (let at: Block | undefined = block; at && found.length < MOST_INTRODUCERS; at = at.parent) {
    add(at.parent, false)
    add(at.introduction, false)
  }
  add(continued, true)
  for (const heading of [...block.headings].reverse()) add(heading, true)
  return found
}

const HEDGED =
  /\b(?:may be(?!\s+(?:tried|heard|dealt|sent|prosecuted))|might be|unless|mostly|mainly|generally|usually|some of|most of|many of|not all|either .* or|whether|depending|other than|except|exclud\w+|rather than|how to|what is|\?$)/i
const SETS_APART =
  /\b(?:not|none|wrong\w*|incorrect\w*|mistaken\w*|mistakes?|errors?|misplaced|other|others|except|exclud\w+|unlike|confus\w+|contrast|however|instead|different|separate\w*|distinct)\b/i

/** Whether a predicate stands where it introduces: a heading, an item or cell, or the last sentence. */
function introduces(document: Document, by: Block, said: Said, answered: boolean): boolean {
  const { start, end } = document.sentenceAt(by, said.start)
  const text = by.text.slice(start, end).trim()
  if (HEDGED.test(answered ? text.replace(/\?$/, '') : text)) return false
  if (by.kind !== 'paragraph') return true
  return document.sentences(by).at(-1)?.start === start
}

const STRONG =
  /\b(?:following|follows|below|these are|listed|list|include|includes|including|comprise|are|under this heading)\b/i

/** "The following are summary-only offences": what comes is under it even with a verb. */
function strong(by: Block, said: Said): boolean {
  if (by.kind !== 'paragraph') return by.kind === 'cell' || by.kind === 'item'
  const after = by.text.slice(said.phrase.end)
  return (
    STRONG.test(by.text) ||
    /^\s*(?:[:.]|$|[,(]|(?:for|in|at|to|over) which\b|that\b|which\b)/.test(after)
  )
}

const VERB =
  /\b(?:is|are|was|were|has|have|had|should|must|may|can|could|would|will|do|does|applies|apply|requires?|see|cf|unlike|not|except|refer|consult|excluding)\b/i

/** Whether a block stands in the manner of a list: a provision at its head. */
function fits(document: Document, block: Block, reader: Reader<Said>, strict: boolean): boolean {
  const first = reader.mentions(document, block)[0]
  if (!first) return false
  const sentence = document.sentences(block)[0] ?? { start: 0, end: block.text.length }
  const before = block.text.slice(0, first.start)
  const reach = isListed(block) && block.kind !== 'item' ? 120 : sentence.end
  if (first.start >= reach || before.length > 120 || VERB.test(before)) return false
  const listed = isListed(block) || block.kind === 'cell'
  if (listed && !strict) return true
  const after = block.text.slice(first.end, sentence.end)
  return /^\P{L}*$/u.test(before)
    ? !VERB.test(after) && after.length < 160
    : listed && !VERB.test(after)
}

/** Whether a block is an item of a list, by its format or by a letter or number of its own. */
function isListed(block: Block): boolean {
  return block.kind === 'item' || /^\s*[([]?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).\]]\s/.test(block.text)
}

const MOST_BETWEEN = 2
const LEADS_ON =
  /\b(?:following|below|other|others|these|those|also|further|different|steps|actions)\b/i

/** For the items of a list that goes on after a paragraph: the block that introduced it before. */
function continuations(
  document: Document,
  reader: Reader<Said>,
  opens: Query<boolean, Run>,
): ReadonlyMap<Block, Block> {
  const continued = new Map<Block, Block>()
  let [introduction, between]: [Block | undefined, number] = [undefined, 0]
  const read = (block: Block) => {
    if (block.kind === 'heading') introduction = undefined
    else if (introduction && isListed(block)) {
      continued.set(block, introduction)
      between = 0
    } else if (block.kind === 'paragraph' && !block.parent) {
      if (introducesMore(document, block, reader)) [introduction, between] = [block, 0]
      else if (++between > MOST_BETWEEN || ends(document, block, reader)) introduction = undefined
    }
  }
  for (const run of document.runs) if (introduction || opens(document, run)) run.forEach(read)
  return continued
}

/** Whether a paragraph says something of what comes after it. */
function introducesMore(document: Document, block: Block, reader: Reader<Said>): boolean {
  return block.kind === 'paragraph' && !block.parent && reader.open(document, block).length > 0
}

/** Whether a paragraph between two lists ends the first: it leads to something else. */
function ends(document: Document, block: Block, reader: Reader<Said>): boolean {
  return (
    block.text.trimEnd().endsWith(':') ||
    LEADS_ON.test(block.text) ||
    reader.mentions(document, block).length > 0
  )
}
