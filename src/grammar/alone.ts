import { isContent, isPlural } from './classes.ts'
import { beginsWithArticle, type Left } from './left.ts'
import {
  BE,
  BEFORE_IN_AND_GERUND,
  BEFORE_NO_GERUND,
  JOINTS,
  PARTS,
  POSSESSIVES,
  RELATIVES,
} from './lexicon.ts'
import { isPerson, type Noun, withArticle } from './noun.ts'
import {
  classAt,
  type Edit,
  endAt,
  isJoined,
  isPlain,
  isVerbAt,
  keyAt,
  type Site,
  startAt,
} from './site.ts'

/** Puts a noun in the place of a found noun that stands before no other. */
export function placeAlone(site: Site, noun: Noun, left: Left): Edit | undefined {
  if (noun.phrasal && (left.narrow || !canHaveTail(site, noun, left))) return undefined
  if (!agrees(site, noun, left)) return undefined
  const begun = beginsWithArticle(site) ? articled(site, noun) : beginning(site, noun, left)
  return begun && withRelative(site, noun, { ...begun, end: site.end })
}

type Beginning = Omit<Edit, 'end'>

/** In the place of a noun that was found with its article: "the elderly". */
function articled(site: Site, noun: Noun): Beginning | undefined {
  const takesPart = keyAt(site, site.first - 1) === 'of' && PARTS.has(keyAt(site, site.first - 2))
  if (takesPart) return undefined
  return { start: site.start, text: withArticle(noun, keyAt(site, site.first)) }
}

/** A noun with an article of its own, or an -ing form, takes the place of an article before it. */
function beginning(site: Site, noun: Noun, left: Left): Beginning | undefined {
  const here = { start: site.start, text: noun.text }
  if (!noun.article && !noun.gerund) return here
  if (left.modified || left.determiners.length > 1) return undefined
  if (noun.gerund ? !takesGerund(site, left.from - 1) : isKind(site, left.from - 1))
    return undefined
  const [determiner] = left.determiners
  if (determiner === 'the') return { start: startAt(site, left.from), text: noun.text }
  if (!left.determined) return here
  return noun.gerund && (determiner === undefined || POSSESSIVES.has(determiner)) ? here : undefined
}

/** Whether an -ing form can follow a word: not "make selling sex", "women in selling sex". */
function takesGerund(site: Site, index: number): boolean {
  const key = keyAt(site, index)
  if (BEFORE_NO_GERUND.has(key)) return false
  return key !== 'in' || BEFORE_IN_AND_GERUND.has(keyAt(site, index - 1))
}

/** "all kinds of": no article follows. */
function isKind(site: Site, index: number): boolean {
  return (
    keyAt(site, index) === 'of' &&
    /^(?:act|case|form|instance|kind|sort|type)s?$/.test(keyAt(site, index - 1))
  )
}

/** Whether something can stand behind the head where the found words stand. */
function canHaveTail(site: Site, noun: Noun, left: Left): boolean {
  if (noun.count === 'one' && !left.determined) return false
  // "her client" has no place for "her person who pays for sex".
  if (isPerson(noun.head) && left.owned) return false
  if (!isJoined(site, site.last - 1)) return true
  const next = keyAt(site, site.last)
  if (next === 'of' || (noun.gerund && /^(?:who|that|which)$/.test(next))) return false
  // "use of sex workers and of drugs"
  if (JOINTS.has(next) && keyAt(site, site.last + 1) === 'of') return false
  // "a person who sells sex and client" would share the article.
  return !(noun.count === 'one' && JOINTS.has(next) && isContent(keyAt(site, site.last + 1)))
}

/** "people who sell sex and who …": a second relative clause needs its "and". */
function withRelative(site: Site, noun: Noun, edit: Edit): Edit | undefined {
  if (!noun.phrasal || !/\bwho\b/.test(noun.text) || !isJoined(site, site.last - 1)) return edit
  // "It is people who sell sex who pay": the second clause is the sentence’s own.
  if (BE.has(keyAt(site, site.first - 1)) && keyAt(site, site.first - 2) === 'it') return edit
  const next = keyAt(site, site.last)
  const joined = (relative: string) => ({
    ...edit,
    end: endAt(site, site.last),
    text: `${edit.text} and ${relative}`,
  })
  if (RELATIVES.has(next)) return joined(next)
  if (next !== 'that') return edit
  if (isVerbAt(site, site.last + 1)) return joined('who')
  return classAt(site, site.last + 1) === 'function' ? edit : undefined
}

/** Whether a noun’s look goes with its count, and with what stands by the found words. */
function agrees(site: Site, noun: Noun, left: Left): boolean {
  if (noun.count === 'many') return true
  if (noun.count === 'one') return !(noun.head.endsWith('s') && isPlural(noun.head))
  const counted = left.determiners.some((key) => /^(?:an?|each|every|another|one)$/.test(key))
  return !counted && !(isPlural(noun.head) && wantsSingular(site, left))
}

/** Whether a word by the found words goes with no plural: "is", "takes", "much". */
function wantsSingular(site: Site, left: Left): boolean {
  if (left.determiners.some((key) => /^(?:this|that|much|less|little)$/.test(key))) return true
  const next = keyAt(site, site.last)
  if (/^(?:is|was|has|does)(?:n't)?$/.test(next)) return true
  return /^(?:verb|noun-or-verb|unknown)$/.test(classAt(site, site.last)) && !isPlain(next)
}
