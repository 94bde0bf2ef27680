/** Citations that cannot be right: a number and a name that disagree, the wrong Act, a wrong year or title. */

import { distance } from 'fastest-levenshtein'
import type { Block } from '../../blocks.ts'
import type { Document, Range } from '../../document.ts'
import type { Act } from '../../types/law.ts'
import type { ActName } from '../cite/act-name.ts'
import type { Citation, CitationReader } from '../cite/citation.ts'
import type { Mention, MentionReader, NamedProvision } from '../cite/mention.ts'
import { rowOf } from '../cite/over.ts'
import { lowerFirst, nameOf, citationOf as wordsOf } from '../describe.ts'
import { type Entry, type Registry, shortTitle, sourcesOf, titleOf } from '../registry.ts'
import { explained, type LawReport, severityFrom } from '../report.ts'
import { mannerOf } from '../sentence/manner.ts'

/** Finds the citations in a block that cannot be right. */
export type MismatchReader = (document: Document, block: Block) => LawReport[]

/** Makes a reader of wrong citations. */
export function createMismatchReader(
  registry: Registry,
  mentions: MentionReader,
  citations: CitationReader,
): MismatchReader {
  return (document, block) => {
    const { acts } = citations(document)(block)
    const numbers = mentions(document, block).flatMap((mention) => {
      const report =
        noOffence(block, mention) ??
        ofMention(registry, mention, nameFor(document, block, mention), acts)
      return report && isClaimed(document, block, report) ? [report] : []
    })
    const names = acts.flatMap((name) => {
      const report = ofName(registry, block, name)
      const covered = numbers.some(({ start, end }) => start < name.end && name.start < end)
      return report && !covered && isClaimed(document, block, report) ? [report] : []
    })
    return [...numbers, ...names]
  }

  /** The name beside a number, or, for the only number of a cell, the one its row begins with. */
  function nameFor(document: Document, block: Block, { name, citation }: Mention) {
    if (name && citation && !isTold(block.text, name, citation)) return undefined
    if (name || !citation || block.kind !== 'cell') return name
    if (mentions(document, block).length > 1) return undefined
    const [only, ...others] = rowOf(document, block).flatMap((cell) => mentions(document, cell))
    const headed = only && (only.block === block.rowHeader || isAll(only))
    return headed && others.length === 0 && !only.citation ? only.name : undefined
  }
}

/** Whether a mention is nearly all that its cell says. */
function isAll({ block, start, end }: Mention): boolean {
  return end - start > block.text.trim().length * 0.6
}

/** A name of one word is an ordinary word too: only in the manner of a reference is it the name. */
function isTold(text: string, name: NamedProvision, { phrase }: Citation): boolean {
  if (/\s/.test(text.slice(name.start, name.end))) return true
  const [first, second] = name.start < phrase.start ? [name, phrase] : [phrase, name]
  return /[(,:;–—]|\b(?:offence|contrary)\b/i.test(text.slice(first.end, second.start))
}

const CONTRASTED =
  /\b(?:rather than|instead of|confus\w+|not to be|should read|sic|corrected|misprint|repeal\w*|amend\w*|insert\w*|renumber\w*|formerly|previously|wrong\w*)\b/i

function isClaimed(document: Document, block: Block, stretch: Range): boolean {
  const sentence = document.sentenceAt(block, stretch.start)
  if (CONTRASTED.test(block.text.slice(sentence.start, sentence.end))) return false
  const { claimed } = mannerOf(block.text, sentence, stretch)
  return claimed || !ERROR.test(block.text.slice(sentence.start, sentence.end))
}

const ERROR = /\b(?:wrong\w*|incorrect\w*|mistaken\w*|erroneous\w*|error|misquot\w*|misprint\w*)\b/i

function ofMention(
  registry: Registry,
  { citation, entries }: Mention,
  name: NamedProvision | undefined,
  acts: readonly ActName[],
): LawReport | undefined {
  if (!citation || citation.count > 1 || citation.place.to !== undefined) return undefined
  if (citation.origin === 'unknown') return undefined
  const beside = acts.find(
    ({ start, end }) => start >= citation.phrase.start && end <= citation.phrase.end,
  )
  const cited = citation.acts.flatMap((act) => registry.entriesAt(act, citation.place))
  const meant = name ? meantBy(name.entries, citation, cited, beside) : undefined
  const written = registry.acts.find(({ id }) => id === only(citation.acts))
  if (meant) return report(citation, meant, cited, { name, written })
  if (name?.entries.some((entry) => entries.includes(entry))) return undefined
  return citation.origin === 'written' ? ofNoSection(registry, citation, cited) : undefined
}

/** The entry that a name stands for, if the number beside it is not its number. */
function meantBy(
  named: readonly Entry[],
  citation: Citation,
  cited: readonly Entry[],
  beside: ActName | undefined,
): Entry | undefined {
  if (named.some((entry) => cited.includes(entry))) return undefined
  const current = (entries: readonly Entry[]) =>
    only(entries.filter(({ provision }) => !provision.repealed)) ?? only(entries)
  const inAct = named.filter((entry) => entry.act && citation.acts.includes(entry.act.id))
  if (inAct.some((entry) => hasNumber(entry, citation))) return undefined
  const power = cited.some(({ provision }) => provision.mode === 'not-an-offence')
  const sameAct = power ? undefined : current(inAct)
  if (sameAct) return sameAct
  const numbered = named.filter((entry) => hasNumber(entry, citation))
  if (numbered.length > 0) {
    return citation.origin === 'written' && beside && !beside.back ? only(numbered) : undefined
  }
  const [law] = power ? [] : cited.map((entry) => entry.law)
  return law && only(named.filter((entry) => entry.law === law && !entry.provision.repealed))
}

function only<Value>(values: readonly Value[]): Value | undefined {
  return values.length === 1 ? values[0] : undefined
}

function hasNumber({ provision }: Entry, { place }: Citation): boolean {
  return (provision.places ?? []).some(
    ({ kind, number }) => kind === place.kind && number === place.number,
  )
}

/** A number that its Act does not have: that of another Act, or of none. */
function ofNoSection(
  registry: Registry,
  citation: Citation,
  cited: readonly Entry[],
): LawReport | undefined {
  const [id, ...others] = citation.acts
  const act = registry.acts.find((one) => one.id === id)
  if (!act || others.length > 0 || cited.length > 0 || citation.place.kind !== 'section')
    return undefined
  if (!lacks(act, citation.place.number)) return undefined
  const meant = only(registry.entriesNumbered(citation.place).filter((entry) => entry.act !== act))
  return meant ? report(citation, meant, [], { lacking: act }) : beyondLast(registry, citation, act)
}

/** A number higher than that of the last section of an Act. */
function beyondLast(
  registry: Registry,
  { block, phrase, place }: Citation,
  act: Act,
): LawReport | undefined {
  const { last } = act.sections ?? {}
  const entry = registry.entries.find((one) => one.act === act)
  const severity = entry && severityFrom([entry])
  if (!entry || !severity || !last || Number.parseInt(place.number, 10) <= last) return undefined
  const what = `The ${titleOf(act)} has no section ${place.number}: its last is section ${last}`
  return { block, ...phrase, severity, expected: [], ...explained(what, entry) }
}

/** Whether an Act is known to have no section of a number. */
function lacks({ sections }: Act, number: string): boolean {
  const { last, absent = [] } = sections ?? {}
  return absent.includes(number) || (last !== undefined && Number.parseInt(number, 10) > last)
}

function report(
  citation: Citation,
  meant: Entry,
  cited: readonly Entry[],
  { lacking, name, written }: Told,
): LawReport | undefined {
  const severity = severityFrom([meant])
  if (!severity) return undefined
  const { block, phrase, place } = citation
  const words = block.text.slice(phrase.start, phrase.end)
  const number = `${place.kind} ${place.number}`
  const correct = wordsOf(meant)
  const what = lacking
    ? `The ${titleOf(lacking)} has no ${number}: that number is ${lowerFirst(nameOf(meant))}`
    : `${calledBy(block, name, meant)} is ${lowerFirst(correct)}, not ${otherwise(number, meant, cited, written)}`
  const fits = /^(?:section|article)\b.*\bof\b/i.test(words) && citation.origin === 'written'
  const expected = fits ? [/^\p{Lu}/u.test(words) ? correct : lowerFirst(correct)] : []
  return { block, ...phrase, severity, expected, ...explained(what, meant) }
}

/** What a report knows besides: the name that stands beside the number, and the Act that is written there. */
interface Told {
  readonly name?: NamedProvision | undefined
  readonly written?: Act | undefined
  /** The Act has no such number. */
  readonly lacking?: Act
}

/** A number that is wrong, with its Act if that is another, and what it stands for, if that is known. */
function otherwise(
  number: string,
  meant: Entry,
  [other]: readonly Entry[],
  written: Act | undefined,
): string {
  const of = written && written !== meant.act ? ` of the ${titleOf(written)}` : ''
  if (!other) return number + of
  return `${number}${of} (${lowerFirst(shortTitle(other.provision))})`
}

/** The name as the text has it, if it stands in the block of the number; otherwise the title. */
function calledBy(block: Block, name: NamedProvision | undefined, { provision }: Entry): string {
  const words = name ? block.text.slice(name.start, name.end) : ''
  const known = [provision.title, ...(provision.aliases ?? [])].map(comparable)
  return known.includes(comparable(words)) ? `“${words}”` : shortTitle(provision)
}

function comparable(name: string): string {
  return name.toLowerCase().replaceAll(/[\s‐‑-]+/g, ' ')
}

const OFFENCE_UNDER =
  /\b(?:offences?|guilty|charged|prosecuted|convicted)(?:\s+(?:of an offence|with an offence))?\s+(?:is\s+)?(?:under|contrary to|in|against|by)\s+(?:the\s+)?$/i

/** A definition, power or amending provision that is cited as if it made an offence. */
function noOffence(block: Block, { citation, entries }: Mention): LawReport | undefined {
  if (!citation || citation.count > 1 || citation.origin !== 'written') return undefined
  const { start } = citation.phrase
  if (!OFFENCE_UNDER.test(block.text.slice(Math.max(0, start - 60), start))) return undefined
  const [entry] = entries
  const severity = severityFrom(entries)
  const makesNone = entries.every(
    ({ provision }) =>
      provision.mode === 'not-an-offence' &&
      !provision.repealed &&
      (provision.places?.[0]?.kind === 'section' || provision.places?.[0]?.kind === 'article'),
  )
  if (!entry || !severity || !makesNone) return undefined
  const { note, title } = entry.provision
  const what = `No offence is created by ${lowerFirst(wordsOf(entry))}, “${title}”${note ? `. ${note}` : ''}`
  return { block, ...citation.phrase, severity, expected: [], ...explained(what, entry) }
}

/** An Act with a year or a title that it does not have. */
function ofName(registry: Registry, block: Block, name: ActName): LawReport | undefined {
  if (name.acts.length > 0 || name.back) return undefined
  const words = block.text
    .slice(name.start, name.end)
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:of|and|the|for|to|in|on|from)\s+)+/i, '')
  const acts = name.otherYear
    ? registry.acts.filter(({ id }) => name.otherYear?.includes(id))
    : registry.acts.filter((act) => isSlip(words, titleOf(act)))
  const year = Number(/(\d{4})\D*$/.exec(words)?.[1])
  if (acts.length === 0 || !year) return undefined
  if (name.otherYear && acts.some(({ otherYears }) => !otherYears || otherYears.includes(year)))
    return undefined
  const entry = registry.entries.find(
    (one) => acts.some((act) => act === one.act) && sourcesOf(one).length > 0,
  )
  const severity = entry && severityFrom([entry])
  if (!entry || !severity) return undefined
  const titles = acts.map(titleOf)
  const what = `There is no ${words}: the Act is the ${titles.join(' or the ')}`
  const start = name.end - words.length
  const fits = block.text.slice(start, name.end) === words
  return {
    block,
    start: fits ? start : name.start,
    end: name.end,
    severity,
    expected: fits ? titles : [],
    ...explained(what, entry),
  }
}

const MOST_SLIPS = 5

/** "Prostitution (Public Spaces) (Scotland) Act 2007": a known title of the same year with a slip in it. */
function isSlip(words: string, title: string): boolean {
  if (words.slice(-4) !== title.slice(-4) || words.length < 20) return false
  if (Math.abs(words.length - title.length) > MOST_SLIPS) return false
  const apart = distance(words.toLowerCase(), title.toLowerCase())
  return apart > 0 && apart <= Math.min(MOST_SLIPS, title.length / 6)
}
