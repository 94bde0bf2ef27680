/** A draft under review: what was found, and what the reader decided. Pure: the page draws it. */
import { VFile } from 'vfile'
import { type Stretch, stretchOf } from '../src/finding.ts'
import { groupKey } from '../src/reporters/groups.ts'
import type { Settings } from '../src/settings.ts'

/** What the reader decided: other words at a place, or the words of a group (`groupKey`) kept as they are. */
export type Decision =
  | { readonly kind: 'replace'; readonly place: Stretch; readonly wording: string }
  | { readonly kind: 'keep'; readonly group: string }

/** A checked draft and the decisions made on it, the oldest first. */
export interface Review {
  readonly file: VFile
  readonly settings: Settings
  /** The file as it came; absent for text that was typed or pasted. */
  readonly bytes?: Uint8Array
  readonly decisions: readonly Decision[]
}

/** The review with one more decision. A replacement takes the place of an earlier one that it touches. */
export function decide(review: Review, decision: Decision): Review {
  const kept = review.decisions.filter((earlier) => !contradicts(earlier, decision))
  return { ...review, decisions: [...kept, decision] }
}

/** The review without its last decision. */
export function undo(review: Review): Review {
  return { ...review, decisions: review.decisions.slice(0, -1) }
}

function contradicts(earlier: Decision, decision: Decision): boolean {
  if (earlier.kind === 'replace' && decision.kind === 'replace') {
    return earlier.place.start < decision.place.end && decision.place.start < earlier.place.end
  }
  return earlier.kind === 'keep' && decision.kind === 'keep' && earlier.group === decision.group
}

/** The replacements decided on, in order of place: none touches another. */
export function replacementsIn({ decisions }: Review) {
  return decisions
    .filter((decision) => decision.kind === 'replace')
    .toSorted((a, b) => a.place.start - b.place.start)
}

/** The draft’s text with every replacement made. */
export function revisedText(review: Review): string {
  const source = String(review.file)
  let from = 0
  let out = ''
  for (const { place, wording } of replacementsIn(review)) {
    out += source.slice(from, place.start) + wording
    from = place.end
  }
  return out + source.slice(from)
}

/** The draft’s findings that are still open: neither kept as they are nor replaced. */
export function openFindings(review: Review): VFile['messages'] {
  const kept = new Set(
    review.decisions.flatMap((decision) => (decision.kind === 'keep' ? decision.group : [])),
  )
  const replaced = replacementsIn(review)
  return review.file.messages.filter((message) => {
    if (kept.has(groupKey(message))) return false
    const stretch = stretchOf(message)
    return !stretch || !replaced.some(({ place }) => touch(place, stretch))
  })
}

/** The draft with the findings to be written into its document: the open ones, and those replaced. */
export function commentedFile(review: Review): VFile {
  const { file } = review
  const open = new Set(openFindings(review))
  const replaced = replacementsIn(review)
  const copy = new VFile({ path: file.path, value: file.value })
  copy.messages = file.messages.filter((message) => {
    const stretch = stretchOf(message)
    return (
      open.has(message) ||
      replaced.some(
        ({ place, wording }) =>
          place.start === stretch?.start &&
          place.end === stretch.end &&
          message.expected?.includes(wording),
      )
    )
  })
  return copy
}

function touch(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end
}
