/** Entries of a bibliography and links to further reading: what they name is a title. */
import type { Block } from '../blocks.ts'
import type { Document } from '../document.ts'
import { type Words, wordsOf } from '../match/words.ts'
import type { Matcher } from '../match.ts'
import { sectionOf } from './label.ts'
import type { Lexicon } from './lexicon.ts'
import { OWN } from './subject.ts'
import type { Zone } from './zone.ts'

const LONGEST_ENTRY = 400
/** What a heading may say besides "References": a number, "and notes". */
const LONGEST_REST = 12
const YEAR = '(?:1[6-9]|20)\\d\\d'
/** How an entry begins: a number or a mark of a note, "See", and a capital or a quotation mark. */
const BEGINS = /^[\s\d[\]^.()*_"“‘'¹²³⁴-⁹]*(?:[Ss]ee (?:also )?["“‘'*_]*)?\p{Lu}/u

/** "Read more: Our plan | Our people | Our past". */
const LINKS = /^[^.!?|·]+(?: [|·] [^.!?|·]+){2,}$/

/** Signs by which an entry is known: each needs the year, which prose rarely has in that form. */
const ENTRY = [
  // "Hester, M. (2019)", "Department of Health (2013)"
  new RegExp(
    `^\\W*(?:\\d+\\W+)?\\p{Lu}[^.;:!?()]{0,80}(?:\\p{Lu}\\.[^;:!?()]{0,60})?\\(${YEAR}[a-z]?\\)[.,:]? ?["“‘'*_]?\\p{Lu}`,
    'u',
  ),
  // "2018;7:112"
  new RegExp(`\\b${YEAR}; ?\\d+(?:\\(\\d+\\))?: ?\\d`),
  // "2016, p. 44"
  new RegExp(`,[^,]{3,}, ${YEAR}, (?:pp?|ch|vol|paras?)\\. ?\\d`),
  // "vol. 3, no. 1, 2017", "22 (2015)", "14(2), pp. 3"
  new RegExp(
    `\\bvol\\. ?\\d+.{0,30}\\b${YEAR}\\b|\\b\\d+ \\(${YEAR}\\)\\W*$|\\d\\(\\d+\\), pp?\\. ?\\d`,
  ),
  // "(Oxford: Hart, 2011)", "Southsea: Tidewater, 2002." at the end
  new RegExp(`\\(\\p{Lu}[\\p{L} ]+: [\\p{L} &]+, ${YEAR}\\)|: [\\p{L} &]+, ${YEAR}\\.?$`, 'u'),
  // "Roe, Night Work (Hart, 2011)", "(July 2004)." and no more: sentences cite in the same way, and go on
  new RegExp(`^[^.!?]*[,:] ["“‘'*_]?\\p{Lu}[^.!?]*\\(\\p{Lu}[\\p{L} ]*,? ${YEAR}\\)\\W*$`, 'u'),
  // "12 Safe at Last, Shiva Foundation, May 2021": a note at the foot of a page
  new RegExp(
    `^\\W*\\d{1,3}\\s+\\p{Lu}[^.!?]*,\\s(?:\\d{1,2}\\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\\s${YEAR}\\W*$`,
    'mu',
  ),
  /\baccessed (?:on )?\d|\bdoi: ?\d|\bISBN\b/,
]

/** "Hanks, S. (2022). The delusion: …": inside a text, an initial or a stop before the year tells it from prose. */
const INSIDE =
  /[\p{L}]\.,?\s?\((?:1[6-9]|20)\d\d[a-z]?\)[.,:]?\s+["“‘']?(?=\p{Lu})[^.!?]{5,250}[.!?](?=\s|$)/gu
/** "Health Board, Note on safe work, p 12, 2012" */
const WITH_PAGE = /, pp?\.? ?\d+(?:[-–]\d+)?, (?:1[6-9]|20)\d\d\b/g

/** "(Home Office, Paying the price. A paper on prostitution, 2004)": what stands between a body and a year. */
const IN_BRACKETS =
  /\((?:\p{Lu}[\p{L}.&’' -]{1,60}),\s(?=\p{Lu})([^()\n]{8,160}),\s(?:1[6-9]|20)\d\d[a-z]?\)/gu

/** Entries in the middle of a text, as where notes run on. */
function entriesInside(document: Document, block: Block): Zone[] {
  const evidence = 'an entry in a list of references'
  return [
    ...[...block.text.matchAll(INSIDE)].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
    })),
    ...[...block.text.matchAll(IN_BRACKETS)].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
    })),
    ...[...block.text.matchAll(WITH_PAGE)].map(({ index }) => ({
      start: document.sentenceAt(block, index).start,
      end: index,
    })),
  ].map((range) => ({ ...range, class: 'title', evidence }))
}

/** The entries of lists of references in a block: its lines that are such, and those inside it. */
export function referencesIn(document: Document, block: Block, lexicon: Lexicon): Zone[] {
  return /\b(?:1[6-9]|20)\d\d/.test(block.text)
    ? [...entriesInside(document, block), ...linesIn(document, block, lexicon)]
    : linesIn(document, block, lexicon)
}

function linesIn(document: Document, block: Block, { phrases }: Lexicon): Zone[] {
  const { text } = block
  const section = sectionOf(document, block)
  const listed =
    section !== undefined && isReferenceList(document, section, phrases.referenceHeadings)
  if (!listed && !/\d\d|[|·]/.test(text)) return []
  const lines = text.length < LONGEST_ENTRY ? [text] : text.split('\n')
  let end = -1
  return lines.flatMap((line): Zone[] => {
    const start = end + 1
    end = start + line.length
    if (line.length > LONGEST_ENTRY || !BEGINS.test(line)) return []
    if (
      !(listed && isTitleLike(line)) &&
      !LINKS.test(line) &&
      !ENTRY.some((sign) => sign.test(line))
    )
      return []
    if (speaks(wordsOf(line)) && !LINKS.test(line)) return []
    return [{ start, end, class: 'title', evidence: 'an entry in a list of references' }]
  })
}

/** No sentence, or one with a year: what stands under "Read more" can be prose. */
function isTitleLike(line: string): boolean {
  return HAS_YEAR.test(line) || !/[.!?](?:\s|$)/.test(line.trim())
}

const HAS_YEAR = new RegExp(`\\b${YEAR}\\b`)

function isReferenceList(document: Document, heading: Block, headings: Matcher<string>): boolean {
  return headings(document.words(heading)).some(
    ({ start, end }) => heading.text.length - (end - start) < LONGEST_REST,
  )
}

/** A line in which the writer speaks of himself is no entry. */
function speaks({ keys }: Words): boolean {
  return keys.some((key) => OWN.has(key) && key !== 'i' && key !== 'us')
}
