/** Records: blocks that say, one thing each, what there is to say of one provision. */

import type { Block } from '../../blocks.ts'
import type { Document } from '../../document.ts'
import type { Mention, MentionReader } from '../cite/mention.ts'

/** "Offence: …", and little else. */
const LABEL = /^\W*\p{L}[\p{L} ]{1,30}:[^:]{1,120}$/u
const MOST_LABELLED = 6
const LONGEST_LIST = 12

/**
 * The provisions that the record is about which an item or a labelled line belongs to: those which are all
 * that the first item of the list says, or those of another labelled line. None if there is no record.
 */
export function recordOf(
  document: Document,
  block: Block,
  mentions: MentionReader,
): readonly Mention[] {
  if (block.kind === 'item') return firstIn(document, block, mentions)
  return block.kind === 'paragraph' && LABEL.test(block.text)
    ? labelledNear(document, block, mentions)
    : []
}

function firstIn(document: Document, block: Block, mentions: MentionReader): readonly Mention[] {
  const first = firstItem(document, block)
  if (!first) return []
  const those = mentions(document, first)
  const [only] = those
  const rest = only ? first.text.slice(0, only.start) + first.text.slice(only.end) : first.text
  return /^\P{L}*$/u.test(rest) ? those : []
}

/** The first item of the list that an item stands in, if that is near. */
function firstItem(document: Document, block: Block): Block | undefined {
  const { depth, headings, introduction, parent } = block
  let first: Block | undefined
  let other = document.before(block)
  for (let far = 1; other && far < LONGEST_LIST; far++) {
    const same =
      other.kind === 'item' &&
      other.depth === depth &&
      other.introduction === introduction &&
      other.parent === parent &&
      other.headings.at(-1) === headings.at(-1)
    if (!same) break
    first = other
    other = document.before(other)
  }
  return first
}

/** What the labelled lines around another mention: the nearest before it, or else behind. */
function labelledNear(
  document: Document,
  block: Block,
  mentions: MentionReader,
): readonly Mention[] {
  for (const next of [document.before, document.after]) {
    let other: Block | undefined = block
    for (let far = 1; far < MOST_LABELLED; far++) {
      other = next(other)
      if (other?.kind !== 'paragraph' || !LABEL.test(other.text)) break
      const those = mentions(document, other)
      if (those.length > 0) return those
    }
  }
  return []
}
