/** Law, and its vocabulary, said of a jurisdiction where it is not law. */

import type { Block } from '../../blocks.ts'
import type { Document, Range } from '../../document.ts'
import { createSharedMatcher } from '../../match.ts'
import { inside } from '../../sorted.ts'
import type { JurisdictionId } from '../../types/law.ts'
import type { CitationReader } from '../cite/citation.ts'
import { createPlaceReader } from '../cite/jurisdiction.ts'
import type { Mention, MentionReader } from '../cite/mention.ts'
import { createModeReader, wordsInPlace } from '../claim/mode.ts'
import { lowerFirst, nameOf, wordsFor } from '../describe.ts'
import { type Entry, extentOf, type Registry } from '../registry.ts'
import { explained, type LawReport, severityFrom, upperFirst } from '../report.ts'
import { clauseAt, denies } from '../sentence/clause.ts'
import { mannerOf } from '../sentence/manner.ts'

/** Finds law in a block that is said of a jurisdiction where it is not law. */
export type ElsewhereReader = (document: Document, block: Block) => LawReport[]

/** Makes a reader of law said of the wrong place. */
export function createElsewhereReader(
  registry: Registry,
  mentions: MentionReader,
  citations: CitationReader,
): ElsewhereReader {
  const placesIn = createPlaceReader(registry)
  const modes = createModeReader(registry)
  const whole = createSharedMatcher('law/whole', () =>
    registry.laws.flatMap(({ lawNames = [], extent = [] }) =>
      lawNames.map((text) => ({ text, exact: true, value: extent })),
    ),
  )
  const titles = new Map(registry.laws.map(({ jurisdiction, title }) => [jurisdiction, title]))
  return (document, block) => [
    ...mentions(document, block).flatMap((mention) => cited(document, block, mention) ?? []),
    ...spoken(document, block),
    ...widened(document, block),
  ]

  /** A citation that its own sentence puts where it is not law. */
  function cited(document: Document, block: Block, mention: Mention): LawReport | undefined {
    const { citation, entries } = mention
    const [entry] = entries
    const severity = severityFrom(entries)
    if (!citation || !entry || !severity || mention.every) return undefined
    const before = block.text.slice(Math.max(0, mention.start - 60), mention.start)
    if (ONLY_LOOKED_AT.test(before)) return undefined
    const where = places(document, block, mention)
    if (
      where.length !== 1 ||
      entries.some((one) => extentOf(one).some((place) => where.includes(place)))
    )
      return undefined
    const named = where.flatMap((place) => titles.get(place) ?? []).join(' and ')
    const own = extentOf(entry)
      .flatMap((place) => titles.get(place) ?? [])
      .join(' and ')
    const counterpart = counterpartOf(entry, where)
    const also = counterpart ? `; see ${lowerFirst(nameOf(counterpart))}` : ''
    const what = `${upperFirst(nameOf(entry))} is law in ${own}, not in ${named}${also}`
    const written = citation.origin === 'written' && citation.count === 1
    const { start, end } = written ? citation.phrase : citation
    return { block, start, end, severity, expected: [], ...explained(what, entry) }
  }

  /** The names of Acts and the citations in a block: a jurisdiction in them is no scene. */
  function titlesIn(document: Document, block: Block): readonly Range[] {
    const { acts, citations: cited } = citations(document)(block)
    return [...acts, ...cited.map(({ phrase }) => phrase)]
  }

  /** The jurisdictions a sentence speaks of as its scene, if it does not set one against another. */
  function places(document: Document, block: Block, stretch: Range): readonly JurisdictionId[] {
    const sentence = document.sentenceAt(block, stretch.start)
    const clause = clauseAt(block.text, sentence, stretch.start)
    const text = block.text.slice(sentence.start, sentence.end)
    if (COMPARED.test(text) || denies(block.text.slice(clause.start, clause.end))) return []
    if (!mannerOf(block.text, sentence, stretch).claimed) return []
    // "…; the Scottish offence is another": what comes later is not the scene.
    const told = { start: sentence.start, end: clause.end }
    const all = placesIn(document, block, told, titlesIn(document, block))
    if (MOVED.test(text)) return []
    if (all.length > 0) return all.length === 1 ? all : []
    // An item or a cell stands where its introduction or the head of its column says.
    const by = block.kind === 'cell' ? block.columnHeader : block.introduction
    if (!by || COMPARED.test(by.text) || denies(by.text)) return []
    const there = placesIn(document, by, { start: 0, end: by.text.length }, titlesIn(document, by))
    return there.length === 1 ? there : []
  }

  /** The offence of the same name that is law in a place. */
  function counterpartOf(
    { provision }: Entry,
    where: readonly JurisdictionId[],
  ): Entry | undefined {
    const names = new Set(
      [provision.title, ...(provision.aliases ?? [])].map((name) => name.toLowerCase()),
    )
    return registry.entries.find(
      (one) =>
        !one.provision.repealed &&
        extentOf(one).some((place) => where.includes(place)) &&
        one.act !== undefined &&
        [one.provision.title, ...(one.provision.aliases ?? [])].some((name) =>
          names.has(name.toLowerCase()),
        ),
    )
  }

  /** A mode of trial in words that the jurisdiction does not have. */
  function spoken(document: Document, block: Block): LawReport[] {
    return modes(document, block).flatMap((said) => {
      const where = places(document, block, said)
      const [place] = where
      const law = registry.laws.find(({ jurisdiction }) => jurisdiction === place)
      if (!place || !law || said.meanings.has(place) || said.meanings.size === 0) return []
      const own = (law.vocabulary.modes ?? []).flatMap(({ covers, predicate }) =>
        covers.length === 1 && predicate?.[0] ? [predicate[0]] : [],
      )
      if (own.length === 0) return []
      const sentence = document.sentenceAt(block, said.start)
      const offence = inside(mentions(document, block), sentence).find(
        ({ entries }) =>
          entries.length > 0 &&
          entries.every((entry) => extentOf(entry).includes(place) && wordsFor(entry)),
      )
      const entry = offence?.entries[0] ?? lawEntry(place)
      const severity = entry && severityFrom([entry], 'error')
      if (!entry || !severity) return []
      const right = offence ? wordsInPlace(wordsFor(entry), said) : undefined
      const words = block.text.slice(said.start, said.end)
      const what = offence
        ? `${law.title} does not speak of “${words}”: ${lowerFirst(nameOf(entry))} is ${wordsFor(entry)?.predicate?.[0]}`
        : `${law.title} does not speak of “${words}”: offences there are ${own.join(', ')}`
      const expected = right ? [right] : []
      const { start, end } = said
      return [{ block, start, end, severity, expected, ...explained(what, entry) }]
    })
  }

  /** Some offence of a jurisdiction, to name a source by. */
  function lawEntry(place: JurisdictionId): Entry | undefined {
    return registry.entries.find(
      (entry) =>
        entry.law.jurisdiction === place && wordsFor(entry) && severityFrom([entry]) === 'error',
    )
  }

  /** "UK law" of a provision that is not law in the whole of the United Kingdom. */
  function widened(document: Document, block: Block): LawReport[] {
    const found = whole(document.words(block))
    return found.flatMap(({ value: all, start, end }) => {
      const sentence = document.sentenceAt(block, start)
      const clause = clauseAt(block.text, sentence, start)
      const text = block.text.slice(sentence.start, sentence.end)
      if (
        COMPARED.test(text) ||
        denies(text) ||
        !mannerOf(block.text, sentence, { start, end }).claimed
      )
        return []
      const narrow = inside(mentions(document, block), clause).find(
        ({ citation, entries }) =>
          citation !== undefined &&
          entries.length === 1 &&
          entries.every((entry) => extentOf(entry).length < all.length),
      )
      const [entry] = narrow?.entries ?? []
      const severity = entry && severityFrom([entry], 'warning')
      if (!narrow || !entry || !severity) return []
      if (placesIn(document, block, sentence, titlesIn(document, block)).length > 0) return []
      const own = extentOf(entry)
        .flatMap((place) => titles.get(place) ?? [])
        .join(' and ')
      const what = `${upperFirst(nameOf(entry))} is law in ${own} only`
      return [{ block, start, end, severity, expected: [], ...explained(what, entry) }]
    })
  }
}

const COMPARED =
  /\b(?:unlike|whereas|compare[ds]?|comparison|contrast\w*|differ\w*|equivalents?|counterparts?|similar\w*|as in|also in|elsewhere|respectively|varies|vary|depend\w*|joint\w*|works? with|working with|cross-border|both)\b/i
/** Law of elsewhere may be looked at, copied or turned down. */
const ONLY_LOOKED_AT =
  /\b(?:look\w* at|stud(?:y|ied|ies|ying)|discuss\w*|debat\w*|examin\w*|review\w*|mirror\w*|modelled on|based on|dr[ae]w\w* on|learn\w* from|cop(?:y|ied|ies|ying)|import\w*|adopt\w*|reject\w*|like)\s+(?:the offences?\s+(?:in|under|of)\s+)?$/i
const MOVED =
  /\b(?:from|to|with|outside|beyond|near|than|between|resident of|citizen of|born in|via|through)\s+[A-Z]/
