/** Definitions as texts attribute them to provisions. */

import type { Block } from '../../blocks.ts'
import type { Document, Range } from '../../document.ts'
import { createSharedMatcher, type Match } from '../../match.ts'
import { inside } from '../../sorted.ts'
import type { JurisdictionId } from '../../types/law.ts'
import type { CitationReader } from '../cite/citation.ts'
import { createPlaceReader } from '../cite/jurisdiction.ts'
import type { Mention, MentionReader } from '../cite/mention.ts'
import { lowerFirst, citationOf as wordsOf } from '../describe.ts'
import { type Entry, extentOf, type Registry, titleOf } from '../registry.ts'
import { explained, type LawReport, severityFrom } from '../report.ts'
import { isHistory } from '../sentence/history.ts'
import { mannerOf } from '../sentence/manner.ts'

/** Finds the terms in a block that are said to be defined where they are not. */
export type DefinitionReader = (document: Document, block: Block) => LawReport[]

const DEFINED =
  /\b(?:(?:statutory|legal) (?:definition|meaning)|definitions?|meaning of|(?:is|are) (?:an? )?(?:legal|statutory) terms?|(?:is|are|as|being|legally|statutorily)\s+defined|defined|defines|meaning given|means(?=,? (?:in|by|under) (?:\w+ )?(?:law|statute)\b))\b/gi
const BY_LAW =
  /\b(?:statutory|statute|legislation|legal|legally|(?:in|by|under) (?:UK |English |criminal )?(?:law|statute)|the Act|law defines|Act(?:\s+\d{4})?\s+(?:defines|gives))\b/i
const OWN =
  /\b(?:this (?:policy|guidance|document|paper|report|strategy|survey|study|protocol|section)|we define|for the purposes of this|our)\b/i
const ABSENT =
  /\b(?:no|not|nothing|none|nobody|never|without|nor|neither|lacks?|absence of|nowhere|rather than|case[- ]law|common law)\b|n[’']t\b/i

type Term = Match<readonly Entry[]>

/** A term that is said to be defined: where a report about it may begin and end, and its words. */
interface Defined extends Range {
  readonly entries: readonly Entry[]
  readonly words: string
}

/** Makes a reader of definitions. */
export function createDefinitionReader(
  registry: Registry,
  mentions: MentionReader,
  citations: CitationReader,
): DefinitionReader {
  const matcher = createSharedMatcher('law/terms', () => termsOf(registry))
  const places = createPlaceReader(registry)
  return (document, block) => {
    if (block.columnHeader && /\bdefin/i.test(block.columnHeader.text))
      return inColumn(document, block)
    if (!/defin|means|meaning|(?:legal|statutory) term/i.test(block.text)) return []
    const terms = matcher(document.words(block))
    return terms.length === 0 ? [] : read(document, block, terms)
  }

  function read(document: Document, block: Block, terms: readonly Term[]): LawReport[] {
    const reports: LawReport[] = []
    for (const { 0: words, index } of block.text.matchAll(DEFINED)) {
      const sentence = document.sentenceAt(block, index)
      const cue = { start: index, end: index + words.length }
      const text = block.text.slice(sentence.start, sentence.end)
      const named = termOf(block.text, sentence, cue, terms)
      const term = named && {
        ...{ start: named.start, end: named.end, entries: named.value },
        words: block.text.slice(named.start, named.end),
      }
      if (!term || ABSENT.test(text) || OWN.test(text)) continue
      if (!mannerOf(block.text, sentence, { start: cue.start, end: cue.end }).current) continue
      const cited = citedFor(document, block, sentence, cue)
      const report = cited
        ? ofCitation(document, block, term, cited, placesNamed(document, block, sentence))
        : BY_LAW.test(text) || namesAct(document, block, sentence, cue)
          ? undefinedTerm(document, block, term, cue, 'in law')
          : undefined
      if (report && !reports.some(({ start }) => start === report.start)) reports.push(report)
    }
    return reports
  }

  /** A cell headed "Defined in": of the term that is all its row begins with. */
  function inColumn(document: Document, block: Block): LawReport[] {
    const row = block.rowHeader
    const named = row && matcher(document.words(row)).find((one) => isAll(row, one))
    const [cited, ...others] = mentions(document, block).filter(({ citation }) => citation)
    if (!row || !named || !cited?.citation || others.length > 0) return []
    const words = row.text.slice(named.start, named.end)
    const term = { ...cited.citation.phrase, entries: named.value, words }
    const places = placesNamed(document, block, { start: 0, end: block.text.length })
    const report = ofCitation(document, block, term, cited, places)
    return report ? [report] : []
  }

  /** Whether a known Act stands close behind "defined": "defined in the Sexual Offences Act 2003". */
  function namesAct(document: Document, block: Block, sentence: Range, cue: Range): boolean {
    return citations(document)(block).acts.some(
      ({ start, acts }) =>
        acts.length > 0 && start >= cue.end && start < sentence.end && start - cue.end < NEAR,
    )
  }

  /** The jurisdictions a sentence names, other than in titles of Acts. */
  function placesNamed(document: Document, block: Block, sentence: Range) {
    const phrases = inside(mentions(document, block), sentence).flatMap(
      ({ citation }) => citation?.phrase ?? [],
    )
    return places(document, block, sentence, phrases)
  }

  /** The provision that a definition is attributed to. */
  function citedFor(
    document: Document,
    block: Block,
    sentence: Range,
    cue: Range,
  ): Mention | undefined {
    const cited = inside(mentions(document, block), sentence).filter(({ citation }) => citation)
    const after = cited.find(
      ({ citation, start }) =>
        start >= cue.end &&
        start - cue.end < FAR &&
        !PURPOSE.test(block.text.slice(cue.end, citation?.phrase.start)),
    )
    return after ?? cited.findLast(({ end }) => end <= cue.start && cue.start - end < NEAR)
  }
}

/** "defined for sections 51A to 53": what a definition is for is not where it stands. */
const PURPOSE = /\b(?:for|to)\s+(?:the purposes? of\s+)?$/i
const FAR = 90
const NEAR = 36

function isAll({ text }: Block, { start, end }: Range): boolean {
  return /^\P{L}*$/u.test(text.slice(0, start) + text.slice(end))
}

function termsOf(registry: Registry) {
  const byTerm = new Map<string, Entry[]>()
  for (const entry of registry.entries) {
    for (const term of entry.provision.defines ?? []) {
      byTerm.set(term, [...(byTerm.get(term) ?? []), entry])
    }
  }
  return [...byTerm].map(([text, value]) => ({ text, value }))
}

/** What is defined: before "is defined", behind "definition of" and "defines". */
function termOf(
  text: string,
  sentence: Range,
  cue: Range,
  terms: readonly Term[],
): Term | undefined {
  const here = inside(terms, sentence)
  const words = text.slice(cue.start, cue.end)
  const before = here.findLast(({ end }) => end <= cue.start && cue.start - end < NEAR)
  const after = here.find(({ start }) => start >= cue.end && start - cue.end < NEAR)
  return /definition|defines|meaning\b/i.test(words) ? (after ?? before) : before
}

function ofCitation(
  document: Document,
  block: Block,
  term: Defined,
  { citation }: Mention,
  named: readonly JurisdictionId[],
): LawReport | undefined {
  if (!citation) return undefined
  const inStatutes = term.entries.filter(({ act }) => act)
  const local = inStatutes.filter((entry) => named.some((place) => extentOf(entry).includes(place)))
  const elsewhere = named.length === 1 && local.length > 0
  const statutory = elsewhere ? local : inStatutes
  const [none] = term.entries.filter(({ act }) => !act)
  const { place, acts } = citation
  if (statutory.length === 0) {
    if (!none || (citation.origin === 'written' && acts.length === 0)) return undefined
    return undefinedTerm(document, block, term, citation.phrase, 'there')
  }
  const right = statutory.some(
    ({ provision, act }) =>
      (acts.length === 0 || (act && acts.includes(act.id))) &&
      provision.places?.some(
        ({ number, kind, subsections }) =>
          kind === place.kind &&
          number === place.number &&
          (!place.subsection ||
            (subsections ?? []).some((one) => place.subsection?.startsWith(one))),
      ),
  )
  if (right) return undefined
  const meant = statutory.find(({ act, provision }) =>
    acts.length > 0
      ? elsewhere || (act && acts.includes(act.id))
      : provision.formerly?.some(
          ({ kind, number }) => kind === place.kind && number === place.number,
        ),
  )
  const severity = meant && severityFrom([meant])
  if (!meant || !severity) return undefined
  const { start, end } = citation
  if (isHistory(document, block, citation, [citation.phrase], undefined)) return undefined
  const what = `“${term.words}” is defined in ${lowerFirst(wordsOf(meant))}, not in ${block.text.slice(start, end)}`
  const full = wordsOf(meant).replace(meant.act ? ` of the ${titleOf(meant.act)}` : '', '')
  const same = acts.length === 0 || (meant.act !== undefined && acts.includes(meant.act.id))
  const expected =
    same && citation.count === 1
      ? [/^\p{Lu}/u.test(block.text.slice(start)) ? full : lowerFirst(full)]
      : []
  return { block, start, end, severity, expected, ...explained(what, meant) }
}

/** A term that no statute defines. */
function undefinedTerm(
  document: Document,
  block: Block,
  term: Defined,
  at: Range,
  where: string,
): LawReport | undefined {
  const [entry] = term.entries.filter(({ act }) => !act)
  const severity = entry && severityFrom([entry])
  if (!entry || !severity || term.entries.some(({ act }) => act)) return undefined
  if (isHistory(document, block, at, [at], undefined)) return undefined
  const what = `“${term.words}” is not defined ${where}: it has no definition in statute`
  const start = Math.min(term.start, at.start)
  const end = Math.max(term.end, at.end)
  return { block, start, end, severity, expected: [], ...explained(what, entry) }
}
