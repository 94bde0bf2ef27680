/** Trial confined to one court or course, or possible in it: "can only be tried summarily", "may go to the Crown Court". */

import type { Words } from '../../match/words.ts'

/** Words by their index: the first, and the one behind the last. */
export interface WordRange {
  readonly first: number
  readonly last: number
}

const ONLY = new Set(['only', 'solely', 'exclusively', 'just', 'always', 'invariably'])
/** "almost always" is not always. */
const ALMOST = new Set(['almost', 'nearly', 'virtually', 'usually', 'not'])
/** "must be tried on indictment": nowhere else. */
const MUST = new Set(['must', 'shall'])
/** What may follow "only" and make it speak of a condition: "only if the magistrates decline". */
const CONDITION =
  /^[^.;:]{0,40}\b(?:if|when|where|once|after|unless|until|with|first|initially|sentence)\b/i

/**
 * Where words confine a trial to a venue or course: from "only" or the verb to the end. Nothing if they do
 * not, or if what is said depends on something. `venue` is "in the Crown Court"; `verbs` has the words for a
 * trial by the index behind their last: "tried".
 */
export function confinedTo(
  words: Words,
  venue: WordRange,
  verbs: ReadonlyMap<number, WordRange>,
): (WordRange & { readonly passive: boolean }) | undefined {
  const { keys } = words
  const is = (at: number, set: ReadonlySet<string>) => set.has(keys[at] ?? '')
  const near = is(venue.first - 1, ONLY)
  const behind = is(venue.last, ONLY) || keys[venue.last] === 'alone'
  const verb = verbs.get(near ? venue.first - 1 : venue.first)
  if (!verb) return undefined
  let first = verb.first
  const before = () => {
    const at = first - (keys[first - 1] === 'ever' ? 2 : 1)
    const only = is(at, ONLY) && !is(at - 1, ALMOST)
    if (only) first = at
    return only
  }
  const close = before()
  const passive = keys[first - 1] === 'be'
  if (passive) first--
  const far = passive && before()
  const last = behind ? venue.last + 1 : venue.last
  const must = passive && MUST.has(keys[first - 1] ?? '')
  if (!near && !behind && !close && !far && !must) return undefined
  if (CONDITION.test(words.text.slice(words.ends[last - 1], (words.ends[last - 1] ?? 0) + 60)))
    return undefined
  return { first, last, passive }
}

/** What follows and makes the trial another matter: "only if …". */
const UNUSUAL = /^[^.;:]{0,40}\b(?:only|unless|until|with)\b/i
const MODALS = new Set(['may', 'can', 'cannot', 'could', 'will'])
const HABITUAL = new Set(['is', 'are'])
const OFTEN = new Set([
  'often',
  'usually',
  'normally',
  'generally',
  'sometimes',
  'typically',
  'routinely',
])
const AFFIRMED = new Set(['may', 'can'])
const BETWEEN = new Set(['not', 'also', 'either', 'still', 'then', 'instead', 'never'])

/**
 * Where words say that a trial is possible in a venue or course: from the verb to the end. Nothing if they do
 * not, or if what is said depends on something.
 */
export function possibleIn(
  words: Words,
  venue: WordRange,
  verbs: ReadonlyMap<number, WordRange>,
): WordRange | undefined {
  const { keys } = words
  const after = words.ends[venue.last - 1] ?? 0
  if (UNUSUAL.test(words.text.slice(after, after + 60))) return undefined
  const verb = verbs.get(venue.first)
  if (!verb) return isObjectBrought(words, venue, verbs) ? venue : undefined
  const between = words.text.slice(words.ends[verb.last - 1], words.starts[venue.first])
  if (!/^\s+$/.test(between)) return undefined
  if (keys[verb.first] === 'triable') return { first: verb.first, last: venue.last }
  const first = keys[verb.first - 1] === 'be' ? verb.first - 1 : verb.first
  const possible =
    isModal(words, first) || isHabitual(keys, verb.first) || isSecond(words, verb, verbs)
  if (possible) return { first, last: venue.last }
  const asked = askedFrom(words, first)
  return asked === undefined ? undefined : { first: asked, last: venue.last }
}

const ENTITLED = new Set(['entitled', 'right', 'able', 'free', 'allowed'])
const ASKING = new Set(['ask', 'choose', 'elect', 'opt', 'insist', 'demand', 'request', 'apply'])
const FARTHEST = 7

/** "entitled to have the case heard by a jury", "may ask to be tried …": from the word that says that the accused may. */
function askedFrom({ keys, text, ends, starts }: Words, verb: number): number | undefined {
  for (let at = verb - 1; at >= Math.max(0, verb - FARTHEST); at--) {
    const key = keys[at] ?? ''
    const may = ENTITLED.has(key) || (ASKING.has(key) && MODALS.has(keys[at - 1] ?? ''))
    if (may) return /[,;:.]/.test(text.slice(ends[at], starts[verb])) ? undefined : at
  }
  return undefined
}

const ADVERBIAL = /^,?\s+(?:in|at|with|by|for|on|under|after|before)\s[^.;:,]{1,40},?\s+$/i

/** "may be …", "can also be …", "may in a suitable case be …". */
function isModal({ keys, text, ends, starts }: Words, verb: number): boolean {
  let modal = verb - 1
  while (BETWEEN.has(keys[modal] ?? '')) modal--
  if (MODALS.has(keys[modal] ?? '')) return true
  for (; modal > verb - FARTHEST; modal--) {
    if (MODALS.has(keys[modal] ?? ''))
      return keys[verb] === 'be' && ADVERBIAL.test(text.slice(ends[modal], starts[verb]))
  }
  return false
}

/** "is usually heard in …", "never go to …", "goes to …": so it can be, or not. */
function isHabitual(keys: Words['keys'], verb: number): boolean {
  if (keys[verb - 1] === 'never' || keys[verb] === 'goes') return true
  const at = OFTEN.has(keys[verb - 1] ?? '') ? verb - 2 : verb - 1
  return HABITUAL.has(keys[at] ?? '')
}

const FAR = 8

/** "may be dealt with by magistrates or sent to …": the second of two verbs behind one "may". */
function isSecond(
  { keys }: Words,
  { first }: WordRange,
  verbs: ReadonlyMap<number, WordRange>,
): boolean {
  if (keys[first - 1] !== 'or') return false
  for (let at = first - 1; at > first - FAR; at--) {
    const verb = verbs.get(at)
    if (verb) return keys[verb.first - 1] === 'be' && AFFIRMED.has(keys[verb.first - 2] ?? '')
  }
  return false
}

const FURTHEST = 16

/** Whether an active verb before a venue has its object between: "may send a case of … to the Crown Court". */
function isObjectBrought(
  { keys, text, ends, starts }: Words,
  venue: WordRange,
  verbs: ReadonlyMap<number, WordRange>,
): boolean {
  for (let at = venue.first - 1; at > venue.first - FURTHEST; at--) {
    const verb = verbs.get(at)
    if (verb && AFFIRMED.has(keys[verb.first - 1] ?? ''))
      return !/[,;:.]|\b(?:and|not)\b/.test(text.slice(ends[verb.last - 1], starts[venue.first]))
  }
  return false
}
