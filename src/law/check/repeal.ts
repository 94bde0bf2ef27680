/** Provisions, Acts and Bills that a text cites as law and that are none. */

import type { Block } from '../../blocks.ts'
import type { Document, Range } from '../../document.ts'
import { createSharedMatcher } from '../../match.ts'
import type { Repeal } from '../../types/law.ts'
import type { ActName } from '../cite/act-name.ts'
import type { CitationReader } from '../cite/citation.ts'
import type { Mention, MentionReader } from '../cite/mention.ts'
import { dateInWords, lowerFirst, nameOf, citationOf as wordsOf } from '../describe.ts'
import { type Entry, type Registry, titleOf } from '../registry.ts'
import { explained, type LawReport, severityFrom, upperFirst } from '../report.ts'
import { isHistory } from '../sentence/history.ts'

/** Finds what a block cites as law that is repealed, or was never passed. */
export type RepealReader = (document: Document, block: Block) => LawReport[]

/** Makes a reader of repealed law. */
export function createRepealReader(
  registry: Registry,
  mentions: MentionReader,
  citations: CitationReader,
): RepealReader {
  const bills = createBillFinder(registry)
  return (document, block) => {
    const all = mentions(document, block)
    const numbered = new Set(all.flatMap(({ citation, entries }) => (citation ? entries : [])))
    const cited = all.flatMap((mention) => {
      // A name beside its number is said once.
      const named = !mention.citation && mention.entries.some((entry) => numbered.has(entry))
      return named ? [] : (ofMention(registry, document, block, mention, citations) ?? [])
    })
    const { acts } = citations(document)(block)
    const whole = acts.flatMap((name) => ofAct(registry, document, block, name, cited) ?? [])
    const ended = all.flatMap((mention) => saidToHaveEnded(document, block, mention) ?? [])
    return [...cited, ...whole, ...ended, ...bills(document, block)]
  }
}

function ofMention(
  registry: Registry,
  document: Document,
  block: Block,
  mention: Mention,
  citations: CitationReader,
): LawReport | undefined {
  const { citation } = mention
  // What is cited by number is repealed whatever name stands beside it.
  const numbered = citation?.acts.flatMap((act) => registry.entriesAt(act, citation.place)) ?? []
  const entries = citation?.origin === 'written' && numbered.length > 0 ? numbered : mention.entries
  const [entry] = entries
  const repeal = entry?.provision.repealed
  const severity = severityFrom(entries.map(asRepealed))
  if (!entry || !repeal || !severity || entries.some(({ provision }) => !provision.repealed)) {
    return undefined
  }
  const acts = citations(document)(block).acts
  const own = [...acts, ...(citation ? [citation.phrase] : [])]
  if (isHistory(document, block, mention, own, yearOf(repeal))) return undefined
  if (!citation && entry.act && !asserts(document, block, mention, entry)) return undefined
  const written = citation?.origin === 'written' && citation.count === 1
  const { start, end } = written ? citation.phrase : (citation ?? mention)
  return {
    block,
    start,
    end,
    severity,
    expected: written ? replacement(registry, block.text.slice(start, end), repeal) : [],
    ...explained(whatEnded(registry, upperFirst(nameOf(entry)), repeal, entry), entry),
  }
}

const ASSERTING =
  /\b(?:offences?|crimes?|charge[ds]?|prosecut\w+|guilty|commits?|contrary to|liable|appl(?:y|ies) for|obtain|seek|subject (?:of|to)|issue[ds]?|given|made|breach\w*|use[ds]?|serve[ds]?|powers?|remains?|tools?|available|obtain\w*|can|may|will|should|must)\b/i

/** A name without a number stands for the law only where something is said of the law. */
function asserts(document: Document, block: Block, mention: Range, entry: Entry): boolean {
  const { start, end } = document.sentenceAt(block, mention.start)
  const sentence = block.text.slice(start, mention.start) + block.text.slice(mention.end, end)
  return entry.provision.mode === 'not-an-offence'
    ? ASSERTING.test(sentence)
    : /\b(?:offences?|crimes?|charge[ds]?|prosecut\w+|guilty|commits?|contrary to|liable|illegal|unlawful)\b/i.test(
        sentence,
      )
}

function ofAct(
  registry: Registry,
  document: Document,
  block: Block,
  name: ActName,
  cited: readonly LawReport[],
): LawReport | undefined {
  const [id, ...others] = name.acts
  const act = registry.acts.find((one) => one.id === id)
  const { repealed } = act ?? {}
  if (!act || !repealed || others.length > 0 || name.back) return undefined
  if (cited.some(({ start, end }) => start <= name.start && end >= name.end)) return undefined
  const entry = registry.entries.find((one) => one.act === act && one.provision.repealed)
  if (!entry || isHistory(document, block, name, [name], yearOf(repealed))) return undefined
  const severity = severityFrom([asRepealed(entry)])
  const { start, end } = name
  const what = whatEnded(registry, `The ${titleOf(act)}`, repealed)
  return severity && { block, start, end, severity, expected: [], ...explained(what, entry) }
}

/** An entry with the confidence of its repeal. */
function asRepealed(entry: Entry): Entry {
  const confidence = entry.provision.repealed?.confidence ?? entry.provision.confidence
  return { ...entry, provision: { ...entry.provision, confidence } }
}

/** The year in which a provision ended. */
function yearOf({ on }: Repeal): number | undefined {
  return on ? Number(on.slice(0, 4)) : undefined
}

function whatEnded(
  registry: Registry,
  name: string,
  { on, by, replacedBy, instead }: Repeal,
  entry?: Entry,
): string {
  const when = on ? `${on.length > 7 ? ' on' : ' in'} ${dateInWords(on)}` : ''
  const entries = (replacedBy ?? []).flatMap((id) => registry.entry(id) ?? [])
  const words = instead ?? listed(entries.map((entry) => lowerFirst(wordsOf(entry))))
  const since =
    entry?.provision.mode === 'not-an-offence' ? 'today there is' : 'for conduct since then see'
  const were = /^\w+s \d\S* to /.test(name) ? 'were' : 'was'
  return `${name} ${were} repealed${when} by ${by}${words ? `; ${since} ${words}` : ''}`
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** The provision to cite instead, where there is one and it can stand in the place of the words. */
function replacement(
  registry: Registry,
  words: string,
  { replacedBy = [], instead }: Repeal,
): string[] {
  const [id, ...others] = replacedBy
  const entry = id ? registry.entry(id) : undefined
  if (!entry?.act || others.length > 0 || instead || !/^(?:section|article)/i.test(words)) return []
  const text = wordsOf(entry)
  return [/^\p{Lu}/u.test(words) ? text : lowerFirst(text)]
}

const ENDED =
  /^[\s,”’"')\]]*(?:(?:was|were|is|are|ha(?:s|ve|d)\s+(?:(?:since|now|also|long)\s+)?been)\s+(?:(?:since|now|also|later|long|recently)\s+)?(?:repealed|abolished|revoked)|(?:is|are) (?:no longer (?:in force|law|an offence|on the statute book)|not(?: yet)? (?:in force|on the statute book))|(?:no longer exists?|(?:(?:has|have) )?ceased to (?:be (?:an offence|in force|law)|have effect)|ha(?:s|ve)(?: not yet|n[’']t yet| never| not) (?:been (?:commenced|brought into force)|come into force|taken effect)))\b/i
/** "the Act of 2003 repealed": who did it stands before. */
const ENDING =
  /(?<=\b(?:Act(?:\s+\d{4})?|Parliament|it)\s+(?:has\s+|also\s+)?)(?:repealed|abolished|revoked)\s+(?:the offences?\s+(?:in|under|of)\s+)?$/i
const PARTLY =
  /\b(?:part|partly|words?|subsections?|paragraphs?|sub|phrase|reference|expression|proposed|campaign\w*|Bill)\b/i
const UNREAL = /\b(?:if|should|would|were)\b/i
const REST = /\b(?:most|rest|remainder|some|parts?)\s+of\s+(?:the\s+)?$/i
const DENIED = /\b(?:wrong\w*|mistaken\w*|incorrect\w*|myth|not|never)\b/i

/** "not in force in …": elsewhere it is. */
const ELSEWHERE = /^\s+(?:there\b|(?:in|for|throughout|outside)\s+(?:the\s+)?\p{Lu})/u

/** A provision in force that is said to be repealed. */
function saidToHaveEnded(
  document: Document,
  block: Block,
  { citation, entries, start, end }: Mention,
): LawReport | undefined {
  const said = ENDED.exec(block.text.slice(end, end + 100))
  const by = ENDING.exec(block.text.slice(Math.max(0, start - 60), start))
  const [entry] = entries
  const severity = severityFrom(entries)
  if (!(said ?? by) || !entry || !severity || !citation || citation.place.subsection)
    return undefined
  if (entries.some(({ provision }) => provision.repealed || provision.bill)) return undefined
  const sentence = document.sentenceAt(block, start)
  const after = end + (said?.[0].length ?? 0)
  if (said && ELSEWHERE.test(block.text.slice(after, sentence.end))) return undefined
  const text = block.text.slice(sentence.start, end) + block.text.slice(after, sentence.end)
  if (REST.test(block.text.slice(Math.max(0, start - 30), start))) return undefined
  if (UNREAL.test(block.text.slice(sentence.start, end))) return undefined
  if (PARTLY.test(text) || DENIED.test(text) || text.trimEnd().endsWith('?')) return undefined
  const stretch = { start: start - (by?.[0].length ?? 0), end: after }
  const what = `${upperFirst(nameOf(entry))} is in force`
  return { block, ...stretch, severity, expected: [], ...explained(what, entry) }
}

const ENACTED =
  /\b(?:is|are|makes?|made|creates?|created|bans?|criminalises?|protects?|under|requires?)\b/i
const PROPOSED =
  /\b(?:would|could|might|propos\w+|fell|fall|reject\w*|defeat\w*|debate\w*|introduc\w*|consult\w*|stage|vote[ds]?|if|support\w*|oppos\w*|campaign\w*|seeks?|sought|aim\w*|lodged|sponsor\w*|scrutin\w*|withdrawn|not)\b/i

/** Finds Bills that a text calls Acts, or speaks of as law. */
function createBillFinder(registry: Registry) {
  const entries = registry.entries.filter(({ provision }) => provision.bill)
  const matcher = createSharedMatcher('law/bills', () =>
    entries.flatMap((entry) => {
      const title = entry.provision.bill?.title ?? ''
      return [
        { text: `${title} Act`, value: { entry, bill: false } },
        { text: `${title} Bill`, value: { entry, bill: true } },
      ]
    }),
  )
  return (document: Document, block: Block): LawReport[] => {
    if (entries.length === 0 || !/\b(?:Act|Bill)\b/i.test(block.text)) return []
    return matcher(document.words(block)).flatMap(({ value: { entry, bill }, start, end }) => {
      const year = /^\s+(?:19|20)\d\d\b/.exec(block.text.slice(end))?.[0].length ?? 0
      const stretch = { start, end: end + year }
      const sentence = document.sentenceAt(block, start)
      const rest = `${block.text.slice(sentence.start, start)} ${block.text.slice(stretch.end, sentence.end)}`
      if (bill && (PROPOSED.test(rest) || !ENACTED.test(rest))) return []
      if (isHistory(document, block, stretch, [stretch], undefined)) return []
      const severity = severityFrom([entry])
      const { title = '', outcome = '' } = entry.provision.bill ?? {}
      const what = `The ${title} Bill ${outcome}: it is not law`
      return severity
        ? [{ block, ...stretch, severity, expected: [], ...explained(what, entry) }]
        : []
    })
  }
}
