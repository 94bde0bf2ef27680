import { classOf, isPlural } from './classes.ts'
import type { Left } from './left.ts'
import { BE, HAVE, MODALS } from './lexicon.ts'
import { type Noun, withArticle } from './noun.ts'
import { classAt, type Edit, isJoined, isPlain, keyAt, type Site } from './site.ts'

/** Puts a noun in the place of a found noun that stands before no other. */
export function placeAlone(site: Site, noun: Noun, left: Left): Edit | undefined {
  if (noun.phrasal && (left.narrow || !canHaveTail(site, noun, left))) return undefined
  if (!agrees(site, noun, left)) return undefined
  const begun = beginning(site, noun, left)
  if (!begun) return undefined
  return withRelative(site, noun, { ...begun, end: site.end })
}

/** The new noun with its article, and where it begins. */
function beginning(site: Site, noun: Noun, left: Left): Omit<Edit, 'end'> | undefined {
  const article = keyAt(site, site.first)
  if (/^(?:an?|the)$/.test(article) && site.last - site.first > 1) {
    const partOf =
      keyAt(site, site.first - 1) === 'of' &&
      /^(?:one|each|all|some|most|many|none|half|few|both|any)$/.test(keyAt(site, site.first - 2))
    return partOf ? undefined : { start: site.start, text: withArticle(noun, article) }
  }
  const here = { start: site.start, text: noun.text }
  if (!noun.article && !noun.gerund) return here
  if (noun.gerund && !takesGerund(site, left.from - 1)) return undefined
  const before = `${keyAt(site, left.from - 2)} ${keyAt(site, left.from - 1)}`
  if (noun.article && /^(?:form|kind|sort|type)s? of$/.test(before)) return undefined
  if (left.modifiers.length > 0) return undefined
  const [determiner, ...others] = left.determiners
  if (determiner === undefined) return noun.article && isDetermined(site, left) ? undefined : here
  if (others.length > 0) return undefined
  if (determiner === 'the')
    return { start: site.words.starts[left.from] ?? site.start, text: noun.text }
  return noun.gerund && /^(?:my|your|his|her|its|our|their)$/.test(determiner) ? here : undefined
}

const LEAVING = /^(?:leav(?:e|es|ing)|left|exit(?:s|ed|ing)?|enter(?:s|ed|ing)?|join(?:s|ed|ing)?)$/
const BEFORE_IN =
  /^(?:involved|engag(?:e|es|ed|ing)|participat(?:e|es|ed|ing)|interest|interested|experience|part|role|rise|increase|fall|decline|growth)$/

/** Whether an -ing form can follow a word: not "make selling sex", "left selling sex", "women in selling sex". */
function takesGerund(site: Site, index: number): boolean {
  const key = keyAt(site, index)
  if (/^(?:mak(?:e|es|ing)|made)$/.test(key) || LEAVING.test(key)) return false
  return key !== 'in' || BEFORE_IN.test(keyAt(site, index - 1))
}

/** Whether a relative clause, a preposition or a participle can follow the head where the found words stand. */
function canHaveTail(site: Site, noun: Noun, left: Left): boolean {
  if (noun.count === 'one' && !hasArticle(site) && !isDetermined(site, left)) return false
  if (!isJoined(site, site.last - 1)) return true
  const next = keyAt(site, site.last)
  if (next === 'of') return false
  if (noun.gerund && /^(?:who|that|which)$/.test(next)) return false
  const shared =
    /^(?:and|or)$/.test(next) &&
    ['noun', 'noun-or-verb', 'unknown', 'adjective'].includes(classAt(site, site.last + 1))
  return !(noun.count === 'one' && shared)
}

function hasArticle(site: Site): boolean {
  return /^(?:an?|the)$/.test(keyAt(site, site.first))
}

/** Whether a determiner or a possessive stands before the found words. */
export function isDetermined(site: Site, left: Left): boolean {
  return left.determiners.length > 0 || /\p{L}['’]s?\s+$/u.test(gapText(site, left.from))
}

function gapText(site: Site, index: number): string {
  return site.words.text.slice(site.words.starts[index - 1] ?? 0, site.words.starts[index])
}

const RELATIVE = /^(?:who|whose|whom)$/

/** "people who sell sex and who …": a second relative clause needs its "and". */
function withRelative(site: Site, noun: Noun, edit: Edit): Edit | undefined {
  const next = keyAt(site, site.last)
  if (!noun.phrasal || !/\bwho\b/.test(noun.text) || !isJoined(site, site.last - 1)) return edit
  const end = site.words.ends[site.last] ?? edit.end
  if (RELATIVE.test(next)) return { ...edit, end, text: `${edit.text} and ${next}` }
  if (next !== 'that') return edit
  const verb = keyAt(site, site.last + 1)
  if (BE.has(verb) || HAVE.has(verb) || (MODALS.has(verb) && verb !== 'to'))
    return { ...edit, end, text: `${edit.text} and who` }
  return classAt(site, site.last + 1) === 'function' ? edit : undefined
}

/** Whether the noun's number goes with its look and with what stands by it. */
function agrees(site: Site, noun: Noun, left: Left): boolean {
  if (noun.count === 'one') return !/s$/.test(noun.head) || !isPlural(noun.head)
  if (noun.count === 'many') return true
  const counted = left.determiners.some((key) => /^(?:an?|each|every|another|one)$/.test(key))
  return !counted && !(isPlural(noun.head) && wantsSingular(site, left))
}

/** Whether a singular stands by the found words that a plural cannot go with: "is", "takes", "much". */
function wantsSingular(site: Site, left: Left): boolean {
  if (left.determiners.some((key) => /^(?:this|that|much|less|little)$/.test(key))) return true
  const next = keyAt(site, site.last)
  if (/^(?:is|was|has|does|isn't|wasn't|hasn't|doesn't)$/.test(next)) return true
  return ['verb', 'noun-or-verb', 'unknown'].includes(classOf(next)) && !isPlain(next)
}
