import type { Noun } from './noun.ts'
import { isAnyPerson, withHead } from './noun.ts'
import { isJoined, keyAt, type Site } from './site.ts'

type Gender = 'woman' | 'man'

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['female', 'woman'],
  ['woman', 'woman'],
  ['women', 'woman'],
  ['male', 'man'],
  ['man', 'man'],
  ['men', 'man'],
])
const MANY = { woman: 'women', man: 'men' } as const

/** Found words and the nouns for them, with a "female" or "male" before them taken in where that reads better. */
interface Absorbed {
  readonly site: Site
  readonly noun: Noun
  readonly behind: Noun | undefined
}

/**
 * Takes "female" into the found words: "female sex workers" becomes "women who sell sex", and "women in
 * prostitution" not "female women". Undefined where the noun says the contrary.
 */
export function absorbGender(
  site: Site,
  noun: Noun,
  behind: Noun | undefined,
): Absorbed | undefined {
  const gender = isJoined(site, site.first - 1)
    ? GENDERS.get(keyAt(site, site.first - 1))
    : undefined
  const own = genderOf(noun)
  if (
    own &&
    site.words.keys.slice(site.first, site.last).some((key) => (GENDERS.get(key) ?? own) !== own)
  )
    return undefined
  if (!gender || (!own && !isAnyPerson(noun))) return { site, noun, behind }
  if (own && own !== gender) return undefined
  const shared = /^(?:and|or)$/.test(keyAt(site, site.first - 2))
  if (shared) return own ? undefined : { site, noun, behind }
  const first = site.first - 1
  const whole = { ...site, first, start: site.words.starts[first] ?? site.start }
  return { site: whole, noun: gendered(noun, gender), behind: behind && gendered(behind, gender) }
}

function gendered(noun: Noun, gender: Gender): Noun {
  if (!isAnyPerson(noun)) return noun
  return withHead(noun, noun.count === 'many' ? MANY[gender] : gender)
}

function genderOf(noun: Noun): Gender | undefined {
  const head = GENDERS.get(noun.head)
  return head && noun.head !== 'female' && noun.head !== 'male' ? head : undefined
}
