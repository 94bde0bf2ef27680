import type { Placeable } from './before-noun.ts'
import { JOINTS } from './lexicon.ts'
import { isAnyPerson, type Noun, withHead } from './noun.ts'
import { isJoined, keyAt, type Site, startAt } from './site.ts'

type Gender = 'woman' | 'man'

const HEADS: ReadonlyMap<string, Gender> = new Map([
  ['woman', 'woman'],
  ['women', 'woman'],
  ['man', 'man'],
  ['men', 'man'],
])
const WORDS: ReadonlyMap<string, Gender> = new Map([...HEADS, ['female', 'woman'], ['male', 'man']])
const MANY = { woman: 'women', man: 'men' } as const

/** Found words, and the noun that takes their place. */
interface Placing {
  readonly site: Site
  readonly placeable: Placeable
}

/**
 * Takes a "female" before found words into them where that reads better: "female sex workers" becomes
 * "women who sell sex", and "women in prostitution" instead of "female women". Undefined where the noun
 * says the contrary of what is found.
 */
export function absorbGender(site: Site, placeable: Placeable): Placing | undefined {
  const { noun, behind } = placeable
  const own = HEADS.get(noun.head)
  const found = site.words.keys.slice(site.first, site.last)
  if (own && found.some((key) => (WORDS.get(key) ?? own) !== own)) return undefined
  const gender = isJoined(site, site.first - 1) ? WORDS.get(keyAt(site, site.first - 1)) : undefined
  if (!gender || !(own || isAnyPerson(noun))) return { site, placeable }
  if (own && own !== gender) return undefined
  // "male and female sex workers"
  if (JOINTS.has(keyAt(site, site.first - 2))) return own ? undefined : { site, placeable }
  const first = site.first - 1
  return {
    site: { ...site, first, start: startAt(site, first) },
    placeable: {
      ...placeable,
      noun: gendered(noun, gender),
      behind: behind && gendered(behind, gender),
    },
  }
}

function gendered(noun: Noun, gender: Gender): Noun {
  if (!isAnyPerson(noun)) return noun
  return withHead(noun, noun.count === 'many' ? MANY[gender] : gender)
}
