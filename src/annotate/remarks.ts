import type { VFile } from 'vfile'
import type { Finding } from '../finding.ts'
import { type Stretch, stretchOf } from '../finding.ts'
import type { Edit } from '../fix.ts'
import { groupsOf } from '../reporters/groups.ts'

/** What is to be written beside some words of a document. */
export interface Remark {
  readonly finding: Finding
  /** Where the words stand in the extracted text; undefined if it concerns the whole document. */
  readonly stretch: Stretch | undefined
  /** What is said, one paragraph each. */
  readonly paragraphs: readonly string[]
  /** The wording to put in as a tracked change. */
  readonly fix: string | undefined
}

/**
 * The remarks on a file that was checked, in order of place. Of findings that say the same, the first
 * says it in full and the others are short. Each edit goes to one finding at its place.
 */
export function remarksOf(file: VFile, edits: readonly Edit[]): Remark[] {
  const texts = new Map(edits.map((edit) => [keyOf(edit), edit.text]))
  const taken = (stretch: Stretch) => {
    const text = texts.get(keyOf(stretch))
    texts.delete(keyOf(stretch))
    return text
  }
  const remarks = groupsOf(file.messages).flatMap(({ all, first }) =>
    all.map((finding): Remark => {
      const stretch = stretchOf(finding)
      return {
        finding,
        stretch,
        paragraphs: finding === first ? inFull(first, all.length - 1) : inShort(finding, first),
        fix: stretch && taken(stretch),
      }
    }),
  )
  return remarks.sort((a, b) => (a.stretch?.start ?? -1) - (b.stretch?.start ?? -1))
}

function keyOf({ start, end }: Stretch | Edit): string {
  return `${start} ${end}`
}

function inFull(finding: Finding, more: number): string[] {
  const { reason, expected = [], url, ruleId } = finding
  const others = expected.filter((text) => !reason.includes(text))
  const offer = others.length < expected.length ? 'Other wordings:' : 'Consider'
  return [
    reason,
    ...(others.length > 0 ? [`${offer} ${others.map(quoted).join(', ')}.`] : []),
    ...(more > 0 ? [`${more} more in this document, each with a short comment.`] : []),
    ...(url ? [`Source: ${url}`] : []),
    ...(ruleId ? [`Fairdraft: ${ruleId}`] : []),
  ]
}

function inShort({ expected }: Finding, { actual, ruleId }: Finding): string[] {
  const [best] = expected ?? []
  const consider = best === undefined ? '' : ` Consider ${quoted(best)}.`
  return [`See the first comment on ${quoted(actual ?? ruleId ?? '')}.${consider}`]
}

/** What a comment says, by whether the wording could be put in. */
export function said({ paragraphs, fix }: Remark, isReplaced: boolean): readonly string[] {
  if (fix === undefined) return paragraphs
  if (isReplaced) return [...paragraphs, 'Replaced as a tracked change: accept or reject it.']
  const wanted = fix === '' ? 'leave the words out' : `put ${quoted(fix)} here`
  return [...paragraphs, `Not replaced, as other changes or markup stand here: ${wanted} by hand.`]
}

const PLACES = {
  header: 'In the header',
  footer: 'In the footer',
  footnote: 'In this footnote',
  endnote: 'In this endnote',
} as const

/** Names the words, for a comment that cannot stand on them; nothing for the whole document. */
export function placeOf({ finding: { actual, location }, stretch }: Remark): string[] {
  if (!stretch || actual === undefined) return []
  const place = location?.part ? PLACES[location.part] : 'In this text box'
  return [`${place}, ${quoted(actual)}:`]
}

/** Words between quotation marks, on one line. */
function quoted(words: string): string {
  return `“${words.replace(/\s+/g, ' ')}”`
}
