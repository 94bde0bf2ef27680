import { isDetermined, placeAlone } from './grammar/alone.ts'
import { articleBefore } from './grammar/article.ts'
import { type Placeable, placeBeforeNoun, placeInCompound } from './grammar/before-noun.ts'
import { beginsSentence, capitalise, inStyle, type Style, styleOf } from './grammar/capitals.ts'
import { isPlural } from './grammar/classes.ts'
import { absorbGender } from './grammar/gender.ts'
import { leftOf } from './grammar/left.ts'
import { BE, PREPOSITIONS } from './grammar/lexicon.ts'
import { placeModifier } from './grammar/modifier.ts'
import {
  type Count,
  genitiveOf,
  isDescribed,
  type Noun,
  nounOf,
  withArticle,
} from './grammar/noun.ts'
import { placePossessive, possessiveAfter } from './grammar/possessive.ts'
import { roleOf } from './grammar/right.ts'
import { classAt, type Edit, isHyphened, isJoined, keyAt, type Site } from './grammar/site.ts'
import { placeVerb } from './grammar/verb.ts'
import type { Match } from './match.ts'
import type { Inflected, Wording } from './types/terms.ts'
import { keyOf, type Words, wordsOf } from './words.ts'

/** The grammatical slot that a found form fills; `any` for a form that has none. */
export type Slot = Exclude<keyof Inflected, 'preposition'> | 'any'

/** Wordings that can stand in a sentence, and the words whose place they take. */
export interface Fit {
  /** The words to replace: indices in the text, end exclusive; they take in the found words. */
  readonly start: number
  readonly end: number
  /** Each replaces exactly that range, the best first; empty if none fits. */
  readonly expected: readonly string[]
}

const SLOTS = ['one', 'many', 'mass', 'base', 's', 'ing', 'past', 'participle', 'modifier'] as const
const MOST_EXPECTED = 5

/** The forms of a wording by slot. */
export function formsOf(wording: Wording): [Slot, string][] {
  if (typeof wording === 'string') return [['any', wording]]
  return SLOTS.flatMap((slot): [Slot, string][] => {
    const text = wording[slot]
    return text === undefined ? [] : [[slot, text]]
  })
}

/** Puts wordings into the sentence in the place of found words; leaves out what cannot stand there. */
export function fit(
  words: Words,
  match: Pick<Match<unknown>, 'start' | 'end' | 'first' | 'last'>,
  slot: Slot,
  wordings: readonly Wording[],
): Fit {
  const site = withQuotes({ words, ...match })
  const style = styleOf(words, match.first, match.last)
  const edits = wordings
    .flatMap((wording) => place(site, slot, wording) ?? [])
    .map((edit) => finish(site, edit, style))
    .filter((edit) => reads(words.text, edit))
    .slice(0, MOST_EXPECTED)
  const start = Math.min(match.start, ...edits.map((edit) => edit.start))
  const end = Math.max(match.end, ...edits.map((edit) => edit.end))
  const expected = edits.map(
    (edit) => words.text.slice(start, edit.start) + edit.text + words.text.slice(edit.end, end),
  )
  return { start, end, expected: [...new Set(expected)] }
}

/** Found words that hold the end of a quotation take in its beginning too: ‘high class’ prostitute. */
function withQuotes(site: Site): Site {
  const { text } = site.words
  const pairs = ['‘’', '“”', '""', "''"]
  const found = text.slice(site.start, site.end)
  const before = text.charAt(site.start - 1)
  const taken = pairs.some(
    ([open = '', close = '']) => before === open && found.split(close).length % 2 === 0,
  )
  return taken ? { ...site, start: site.start - 1 } : site
}

function place(site: Site, slot: Slot, wording: Wording): Edit | undefined {
  switch (slot) {
    case 'one':
    case 'many':
    case 'mass':
      return placeNoun(site, slot, wording)
    case 'modifier':
      return placeModifier(site, typeof wording === 'string' ? { modifier: wording } : wording)
    case 'any':
      return placeAny(site, wording)
    default:
      return placeVerb(site, slot, typeof wording === 'string' ? { base: wording } : wording)
  }
}

function placeNoun(site: Site, count: Count, wording: Wording): Edit | undefined {
  const placeable = placeableOf(count, wording)
  if (!placeable || isNotNoun(site, placeable.noun) || placeable.noun.open !== foundOpen(site))
    return undefined
  if (keyOf(placeable.noun.text) === keyOf(site.words.text.slice(site.start, site.end)))
    return undefined
  const absorbed = absorbGender(site, placeable.noun, placeable.behind)
  if (!absorbed) return undefined
  return placeAt(absorbed.site, { ...placeable, ...absorbed })
}

function placeAt(site: Site, placeable: Placeable): Edit | undefined {
  const { noun, preposition } = placeable
  const left = leftOf(site, noun.count)
  const plain = !noun.phrasal && !noun.text.includes(' ')
  const after = site.words.text.charAt(site.end)
  const glued = /[/&]/.test(after) || /[/&]/.test(site.words.text.charAt(site.start - 1))
  if (after === '(' || (glued && noun.phrasal)) return undefined
  if (isHyphened(site, site.first - 1) && !plain) return undefined
  if (noun.open) return placeAlone(site, noun, left)
  if (isHyphened(site, site.last - 1)) return placeInCompound(site, placeable, left)
  if (possessiveAfter(site, site.last - 1) !== '')
    return placePossessive(site, noun, left, preposition)
  switch (roleOf(site, noun.count, left)) {
    case 'alone':
      return placeAlone(site, noun, left)
    case 'before-noun':
      return placeBeforeNoun(site, placeable, left)
    case 'broken':
      return undefined
    case 'unclear':
      return noun.phrasal || noun.article || isDescribed(noun)
        ? undefined
        : placeAlone(site, noun, left)
  }
}

/** Whether the found words end in a preposition: "engagement with". */
function foundOpen({ words, first, last }: Site): boolean {
  return last - first > 1 && PREPOSITIONS.has(words.keys[last - 1] ?? '')
}

/** A found noun after "he" or "must" is a verb after all, and so is one in -ing after "is". */
function isNotNoun(site: Site, noun: Noun): boolean {
  if (
    BE.has(keyAt(site, site.first - 1)) &&
    keyAt(site, site.last - 1).endsWith('ing') &&
    !noun.gerund
  )
    return true
  return /^(?:i|he|she|they|who|must|will|would|can|could|should|may|might)$/.test(
    keyAt(site, site.first - 1),
  )
}

/** The form of a wording that can take the place of a noun; a string counts as what it looks like. */
function placeableOf(count: Count, wording: Wording): Placeable | undefined {
  const forms = typeof wording === 'string' ? { [looksLike(wording, count)]: wording } : wording
  const text = count === 'mass' ? (forms.mass ?? forms.ing) : forms[count]
  if (text === undefined) return undefined
  const noun = nounOf(text, count)
  const behind =
    count === 'mass' ? noun : forms.many === undefined ? undefined : nounOf(forms.many, 'many')
  return { noun, behind, preposition: forms.preposition }
}

function looksLike(text: string, count: Count): Count {
  const { head } = nounOf(text, count)
  if (isPlural(head)) return 'many'
  if (count === 'one' && !/(?:tion|ism|ity|ness|ing|ment|ance|ence)$/.test(head)) return 'one'
  return 'mass'
}

/** Puts in a wording for found words whose slot is unknown. */
function placeAny(site: Site, wording: Wording): Edit | undefined {
  if (typeof wording === 'string') return placeString(site, wording)
  const counts: Count[] = isPlural(keyAt(site, site.last - 1)) ? ['many'] : ['mass', 'one']
  const count = counts.find((each) => wording[each] !== undefined)
  if (!count || !/^(?:noun|noun-or-verb|gerund|unknown)$/.test(classAt(site, site.last - 1)))
    return undefined
  if (count === 'one' && !isDetermined(site, leftOf(site, 'one'))) return undefined
  return placeNoun(site, count, wording)
}

/** Puts in a wording that never changes, where nothing around it asks for a change. */
function placeString(site: Site, wording: string): Edit | undefined {
  const noun = nounOf(wording, looksLike(wording, 'one'))
  const article = /^(?:an?|the)$/.exec(keyAt(site, site.first))?.[0]
  const text = article && site.last - site.first > 1 ? withArticle(noun, article) : wording
  const hyphened = isHyphened(site, site.first - 1) || isHyphened(site, site.last - 1)
  if (hyphened && text.includes(' ')) return undefined
  if (site.words.text.charAt(site.end) === '(') return undefined
  const left = leftOf(site, noun.count)
  if (noun.article && !article && left.from < site.first) return undefined
  const mark = possessiveAfter(site, site.last - 1)
  if (
    noun.phrasal &&
    (mark || (isJoined(site, site.last - 1) && classAt(site, site.last) === 'noun'))
  )
    return undefined
  const end = site.end + mark.length
  return { start: site.start, end, text: mark ? genitiveOf(text, mark.charAt(0)) : text }
}

/** Gives an edit the capitals of its place, and the article before it the sound that it asks for. */
function finish(site: Site, edit: Edit, style: Style): Edit {
  const { text } = site.words
  const styled = { ...edit, text: inStyle(edit.text, style) }
  const article = /(?<![\p{L}\p{N}'’-])(an?)(\s+["'“‘(]*)$/iu.exec(text.slice(0, edit.start))
  const wanted = articleBefore(style === 'upper' ? edit.text.toLowerCase() : edit.text)
  const changed = article && article[1]?.toLowerCase() !== wanted
  const whole = changed
    ? {
        start: article.index,
        end: edit.end,
        text: (style === 'upper' ? wanted.toUpperCase() : wanted) + article[2] + styled.text,
      }
    : styled
  const begins = beginsSentence(text, whole.start) && /^\P{L}*\p{Lu}/u.test(text.slice(whole.start))
  return begins ? { ...whole, text: capitalise(whole.text) } : whole
}

/** Whether an edit changes something and doubles nothing: "women women", "clients and clients". */
function reads(text: string, { start, end, text: inserted }: Edit): boolean {
  if (inserted === text.slice(start, end)) return false
  const key = inserted.toLowerCase()
  const before = text.slice(0, start).toLowerCase()
  const after = text.slice(end).toLowerCase()
  const words = key.split(/\s+/)
  const previous = before.split(/\s+/)
  const next = after.split(/\s+/)
  for (let count = 1; count <= words.length; count++) {
    if (
      previous.slice(-1 - count, -1).join(' ') === words.slice(0, count).join(' ') &&
      previous.at(-1) === ''
    )
      return false
    if (next.slice(1, count + 1).join(' ') === words.slice(-count).join(' ') && next[0] === '')
      return false
  }
  return ![' and ', ' or ', ', '].some(
    (joint) => before.endsWith(key + joint) || after.startsWith(joint + key),
  )
}
