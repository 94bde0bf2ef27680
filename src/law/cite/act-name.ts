/** Names of Acts in a text: by title, by short title, by abbreviation, by year, by chapter. */

import type { Act } from '../../types/law.ts'

/** An Act as a text names it: indices in the text, end exclusive. */
export interface ActName {
  readonly start: number
  readonly end: number
  /** The Acts of the registry it may stand for, by id; empty for an Act that is not in the registry. */
  readonly acts: readonly string[]
  /** The year it gives: "the 2003 Act". */
  readonly year?: number
  /** "that Act", "the Act": the one named before. */
  readonly back?: boolean
  /** The Acts that have the name, but not the year that stands with it: "Modern Slavery Act 2014". */
  readonly otherYear?: readonly string[]
}

/** Finds the names of Acts in a text; a document’s own abbreviations are looked up in what it defined. */
export type ActFinder = (
  text: string,
  defined: () => ReadonlyMap<string, readonly string[]>,
) => ActName[]

const INSTRUMENT =
  /\b(?:Acts?|ACTS?|act|Order|ORDER|order|Regulations|Convention|Protocol)\b(?:\s*\((?:Northern Ireland|N\.?I\.?|Scotland|Wales)\))?(?:\s*\((?:c\.?|chapter|asp)\s*\d+\))?(?:,?\s+(?:of\s+)?((?:1[2-9]|20)\d\d)\b)?/g
const ABBREVIATION =
  /\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:\([A-Z]+\)[A-Z]*)*(?:\s?\d{4}|\s?\d{2})?(?![A-Za-z\d])/g
const CHAPTER = /\b((?:1[2-9]|20)\d\d)\s(?:c|ch|asp)\.?\s?(\d+)\b/g
const BACK = /\b(?:that|this|said|same|latter)\s+$/i
const THE = /\bthe\s+$/i
const YEAR_BEFORE = /\b((?:1[2-9]|20)\d\d)\s+$/
const LONGEST_TITLE = 160

/** Makes a finder of the Acts of a registry. */
export function createActFinder(acts: readonly Act[]): ActFinder {
  let made: ReturnType<typeof knownNames> | undefined
  return (text, defined) => {
    if (
      !/[A-Z][A-Za-z]*[A-Z]|\b[Aa]cts?\b|\b[Oo]rder\b|[Cc]onvention|[Pp]rotocol|Regulations|\d{4} (?:c|asp)/.test(
        text,
      )
    )
      return []
    made ??= knownNames(acts)
    const known = made
    const own = defined()
    const found = [
      ...instruments(text, known.titles, known.years, own),
      ...abbreviations(text, known.short, own),
      ...chapters(text, known.chapters),
      ...otherNames(text, known.names),
    ]
    return longest(found)
  }
}

function knownNames(acts: readonly Act[]) {
  const titles = [...new Set(acts.map((act) => act.title))].sort((a, b) => b.length - a.length)
  return {
    titles: titles.flatMap((title) => {
      const own = acts.filter((act) => act.title === title)
      return spellingsOf(title).map((spelling) => ({ title: plain(spelling), acts: own }))
    }),
    short: abbreviationsOf(acts),
    names: acts.flatMap((act) => namesOf(act).map((name) => ({ name: plain(name), act: act.id }))),
    chapters: new Map(acts.map((act) => [chapterKey(act.chapter ?? ''), act.id])),
    years: acts,
  }
}

/** A title as it stands, and with "Northern Ireland" in short. */
function spellingsOf(title: string): readonly string[] {
  const short = (letters: string) => title.replaceAll('(Northern Ireland)', letters)
  return [...new Set([title, short('(NI)'), short('(N.I.)')])]
}

interface KnownTitle {
  readonly title: string
  readonly acts: readonly Act[]
}

function* instruments(
  text: string,
  titles: readonly KnownTitle[],
  acts: readonly Act[],
  defined: ReadonlyMap<string, readonly string[]>,
): Generator<ActName> {
  for (const hit of text.matchAll(INSTRUMENT)) {
    const end = hit.index + hit[0].length
    const written = hit[1] ? Number(hit[1]) : undefined
    const word =
      /^\w+(?:\s*\((?:Northern Ireland|N\.?I\.?|Scotland|Wales)\))?/.exec(hit[0])?.[0] ?? ''
    const before = text.slice(Math.max(0, hit.index - LONGEST_TITLE), hit.index)
    const named = plain(before + word)
    const title = titles.find(
      (one) =>
        named.endsWith(one.title) && !/[\p{L}\p{N}]$/u.test(named.slice(0, -one.title.length)),
    )
    const own = [...defined.keys()].find((name) => / /.test(name) && named.endsWith(plain(name)))
    if (title && !own) {
      const length = lengthBefore(before, title.title.length - plain(word).length)
      // "the 1956 Sexual Offences Act"
      const ahead = written ? undefined : YEAR_BEFORE.exec(before.slice(0, -length))
      const year = ahead ? Number(ahead[1]) : written
      const those = title.acts.filter((act) => year === undefined || act.year === year)
      const start = hit.index - length - (ahead?.[0].length ?? 0)
      yield {
        start,
        end,
        acts: those.map((act) => act.id),
        ...(year ? { year } : {}),
        ...(those.length > 0 || isForeign(text, start)
          ? {}
          : { otherYear: title.acts.map((act) => act.id) }),
      }
      continue
    }
    const yearBefore = YEAR_BEFORE.exec(before)
    if (yearBefore) {
      const of = Number(yearBefore[1])
      const start = hit.index - yearBefore[0].length
      const meant = defined.get(`${of} ${word}`)
      const possible = acts.filter((act) => act.year === of && act.title.includes(word))
      yield { start, end, year: of, acts: meant ?? possible.map((act) => act.id), back: !meant }
    } else if (own) {
      const start = hit.index - lengthBefore(before, plain(own).length - plain(word).length)
      yield { start, end, acts: defined.get(own) ?? [] }
    } else if (/^[ao]/.test(word)) {
      // "act" and "order" are ordinary words unless a known title or a year makes them more.
    } else if (BACK.test(before) || (THE.test(before) && written === undefined)) {
      const meant = THE.test(before) ? defined.get(word) : undefined
      const start = hit.index - (/\S+\s+$/.exec(before)?.[0].length ?? 0)
      yield meant ? { start, end, acts: meant } : { start, end, acts: [], back: true }
    } else {
      const length =
        /(?:(?:[A-Z(][\w’'()&,-]*|of|and|the|for|to|in|on|from)\s+){0,16}$/.exec(before)?.[0]
          .length ?? 0
      if (length > 0 || written) yield { start: hit.index - length, end, acts: [] }
    }
  }
}

const OWNER = /(\p{Lu}[\p{L}.]*)(?:['’]s?|(?<=ian|ean|an|ese|ish|ch))\s+$/u
const HOME =
  /^(?:UK|U\.K\.|Kingdom|Britain|England|Wales|Scotland|Ireland|British|English|Scottish|Welsh)$/

/** Whether an Act of a year that none of ours has is somebody else’s: "Australia’s Modern Slavery Act 2018". */
function isForeign(text: string, start: number): boolean {
  const [, owner] = OWNER.exec(text.slice(Math.max(0, start - LONGEST_OWNER), start)) ?? []
  return owner !== undefined && !HOME.test(owner)
}

const LONGEST_OWNER = 40

function* abbreviations(
  text: string,
  short: ReadonlyMap<string, readonly Act[]>,
  defined: ReadonlyMap<string, readonly string[]>,
): Generator<ActName> {
  for (const { 0: token, index } of text.matchAll(ABBREVIATION)) {
    const end = index + token.length
    const [, letters = token, digits = ''] = /^(.*?)\s?(\d{4}|\d{2})?$/.exec(token) ?? []
    const own = defined.get(token) ?? (digits ? undefined : defined.get(letters))
    const exact = short.get(token)
    if (own) yield { start: index, end, acts: own }
    else if (exact) yield { start: index, end, acts: exact.map((act) => act.id) }
    else {
      const stem = short.get(letters) ?? []
      const those = stem.filter((act) => String(act.year).endsWith(digits))
      if (those.length > 0) yield { start: index, end, acts: those.map((act) => act.id) }
      else if (stem.length > 0 && digits.length === 4) {
        yield { start: index, end, acts: [], otherYear: stem.map((act) => act.id) }
      }
    }
  }
}

/** Names that an Act or treaty has besides, or that do not end in "Act" or "Convention". */
function namesOf({ title, names = [] }: Act): readonly string[] {
  return /(?:Act|Order|Convention|Protocol)(?: \([\w ]+\))?$/.test(title)
    ? names
    : [title, ...names]
}

function* otherNames(
  text: string,
  names: readonly { readonly name: string; readonly act: string }[],
): Generator<ActName> {
  const compared = text.replaceAll('’', "'").toLowerCase()
  if (compared.length !== text.length) return
  for (const { name, act } of names) {
    for (let at = compared.indexOf(name); at >= 0; at = compared.indexOf(name, at + 1)) {
      yield { start: at, end: at + name.length, acts: [act] }
    }
  }
}

function* chapters(text: string, known: ReadonlyMap<string, string>): Generator<ActName> {
  for (const { 0: token, index } of text.matchAll(CHAPTER)) {
    const act = known.get(chapterKey(token))
    if (act) yield { start: index, end: index + token.length, acts: [act] }
  }
}

/** Abbreviations as written, and without their year. */
function abbreviationsOf(acts: readonly Act[]): Map<string, Act[]> {
  const all = new Map<string, Act[]>()
  for (const act of acts) {
    for (const abbreviation of act.abbreviations ?? []) {
      const bare = abbreviation.replace(/\s\d{4}$/, '')
      for (const key of new Set([abbreviation, bare])) {
        const those = all.get(key) ?? []
        if (!those.includes(act)) all.set(key, [...those, act])
      }
    }
  }
  return all
}

function chapterKey(chapter: string): string {
  return chapter
    .toLowerCase()
    .replace(/[\s.]|\(n\.?i\.?\)/g, '')
    .replace('ch', 'c')
}

/** A title as it is compared. */
function plain(title: string): string {
  return title.replace(/\s+/g, ' ').replaceAll('’', "'").toLowerCase()
}

/** How many characters at the end of a text make up a number of characters with white space collapsed. */
function lengthBefore(text: string, length: number): number {
  let left = length
  let at = text.length
  while (left > 0 && at > 0) {
    at--
    if (!/\s/.test(text[at] ?? '') || !/\s/.test(text[at - 1] ?? '')) left--
  }
  return text.length - at
}

/** Of two names that end alike the one that is known, otherwise the longer. */
function outranks(name: ActName, other: ActName): boolean {
  const known = name.acts.length > 0
  if (name.end === other.end && known !== other.acts.length > 0) return known
  return name.end - name.start > other.end - other.start
}

/** In order of place; of two that overlap the one that outranks. */
function longest(found: readonly ActName[]): ActName[] {
  const ordered = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: ActName[] = []
  for (const name of ordered) {
    const before = kept.at(-1)
    if (before && name.start < before.end) {
      if (outranks(name, before)) kept[kept.length - 1] = name
    } else kept.push(name)
  }
  return kept
}
