import type { Block } from '../blocks.ts'
import { contextOf } from '../context.ts'
import { data } from '../data.ts'
import { createFinder, createFrameFinder, type Finder, within } from '../document/lists.ts'
import type { Document, Range } from '../document.ts'
import { type Words, wordsOf } from '../match/words.ts'
import { createMatcher, type Match, type Matcher } from '../match.ts'
import { inRuns } from '../remember.ts'
import { defineRule } from '../rule.ts'

type List = 'promisers' | 'pledges' | 'participles' | 'idle' | 'dates' | 'owners'

interface Commitment extends Range {
  readonly block: Block
}

let finder: Finder<List> | undefined
let answering: ReturnType<typeof createFrameFinder> | undefined
let procedures: Matcher<string> | undefined

/** Finds commitments that name no date, measure or person. */
export const commitmentWithoutDateOrOwner = defineRule(
  {
    id: 'commitment-without-date-or-owner',
    title: 'Commitment without date or owner',
    about:
      '“We will improve …” can be followed up only if the sentence says by when, how much or who is answerable. One finding a section, at the first such commitment; the message counts the rest.',
    severity: 'suggestion',
    examples: {
      flag: [
        { text: 'We will improve our service.', found: ['We will improve'] },
        { text: 'We will be committed to safety.', found: ['We will be'] },
        { text: 'The PQRS will look into parking.', found: ['PQRS will look'] },
        {
          text: '## Aims\n\nThe council will work with schools. It has a plan. The plan will be reviewed.\n\n## Means\n\nWe will seek money.',
          found: ['council will work', 'We will seek'],
        },
      ],
      pass: [
        { text: 'We will improve our service by 1 May 2027.' },
        { text: 'The council will open two more offices.' },
        { text: 'We will publish the results; the Head of Communications is responsible.' },
        { text: 'Dr Amira Farr will look into parking.' },
        { text: 'This will continue to be a park.' },
        { text: 'If you write to us, we will answer.' },
        { text: 'This plan says what we will do.' },
        { text: 'We will improve our service. The Head of Communications answers for it.' },
        { text: 'We will not share your name.' },
        { text: 'We will be pushed into the hands of worse landlords.' },
        { text: 'The new clause (which goes before the committee) will target adverts.' },
        { text: 'We will review the plan on an annual basis.' },
        { text: 'The service will be delivered in a safe place.' },
        { text: 'The minister said: “We will improve our service.”' },
      ],
    },
  },
  (document, tell) => {
    const sections = new Map<Block | undefined, Commitment[]>()
    for (const commitment of allCommitments(document)) {
      const { headings } = commitment.block
      const section = headings[1] ?? headings[0]
      const before = sections.get(section)
      if (before) before.push(commitment)
      else sections.set(section, [commitment])
    }
    for (const [first, ...others] of sections.values()) {
      if (!first) continue
      const words = first.block.text.slice(first.start, first.end).replace(/\s+/g, ' ')
      const more = others.length === 0 ? '' : `, and so for ${others.length} more in this section`
      tell({
        ...first,
        reason: `“${words}” says neither by when nor who answers for it${more}. Add a date, a measure or a name.`,
      })
    }
  },
)

/** "We will be pushed out": it is done to us; "we will be committed" promises. */
const SUFFERED = /^(?!committed|dedicated|focused|determined|prepared)\p{L}+ed$/u

const WILL = /\b(?:will|shall)\b/i

const allCommitments = inRuns((document, block): readonly Commitment[] => {
  if (block.kind === 'cell' || block.kind === 'heading' || block.quotation > 0) return []
  if (!WILL.test(block.text)) return []
  const { promisers, pledges, participles, idle, dates, owners } = data.lists.commitments
  finder ??= createFinder<List>(
    'commitments',
    ['promisers', promisers],
    ['pledges', pledges],
    ['participles', participles],
    ['idle', idle],
    ['dates', dates],
    ['owners', owners],
  )
  const found = byPlace(finder(document, block))
  const words = document.words(block)
  const adverbs = new Set(data.lists.commitments.adverbs)
  const idlers = new Set(data.lists.commitments.pronouns)
  const relatives = new Set(data.lists.commitments.relatives)
  const seen = new Set<number>()
  return words.keys.flatMap((key, index): Commitment[] => {
    if (key !== 'will' && key !== 'shall') return []
    const promiser = found.get(`promisers ${index}`)
    const passive = words.keys[index + 1] === 'be'
    const participle = passive ? found.get(`participles ${index + 2}`) : undefined
    const verb = adverbs.has(words.keys[index + 1] ?? '') ? index + 2 : index + 1
    const pledged =
      found.has(`pledges ${verb}`) &&
      !idlers.has(words.keys[index - 1] ?? '') &&
      !NAMED.test(textBefore(block.text, words.starts[index] ?? 0))
    if (!promiser && !participle && !pledged) return []
    if (/\S/.test(block.text.slice(words.ends[index - 1], words.starts[index]))) return []
    if (passive && !participle && words.keys[index - 1] !== 'we') return []
    if (passive && !participle && SUFFERED.test(words.keys[index + 2] ?? '')) return []
    if (found.has(`idle ${index + 1}`)) return []
    if (relatives.has(words.keys[leading(words, promiser?.first ?? index) - 1] ?? '')) return []
    const start = promiser?.start ?? words.starts[pledged ? index - 1 : index] ?? 0
    const end = participle?.end ?? words.ends[verb] ?? words.text.length
    const sentence = document.sentenceAt(block, start)
    if (seen.has(sentence.start) || isAnswered(document, block, sentence)) return []
    if (contextOf(document, block, start, end).class !== 'own-voice') return []
    seen.add(sentence.start)
    return [{ block, start, end }]
  })
})

/** The first match of each list at each word: of those who promise at their last, of the others at their first. */
function byPlace(matches: readonly Match<List>[]): ReadonlyMap<string, Match<List>> {
  const found = new Map<string, Match<List>>()
  for (const match of matches) {
    const place = `${match.value} ${match.value === 'promisers' ? match.last : match.first}`
    if (!found.has(place)) found.set(place, match)
  }
  return found
}

/** What stands before an index, as far back as the longest name. */
function textBefore(text: string, index: number): string {
  return text.slice(Math.max(0, index - LONGEST_NAME), index)
}

/** More than a title and two names, in UTF-16 units. */
const LONGEST_NAME = 200

/** "Dr Farr will", "S. Lee will": a person who is named answers for it. */
const NAMED = /(?<!\b[Tt]he\s)(?:\b\p{Lu}\.|\b\p{Lu}\p{Ll}+\.?)\s\p{Lu}\p{Ll}+\s$/u

/** Where a noun phrase begins: before its article. */
function leading({ keys }: Words, first: number): number {
  return ['the', 'a', 'an', 'our', 'this'].includes(keys[first - 1] ?? '') ? first - 1 : first
}

/** A date, a number or a person in the sentence, its list’s introduction or the items under it. */
function isAnswered(document: Document, block: Block, sentence: Range): boolean {
  const text = block.text.slice(sentence.start, sentence.end)
  if (isProcedure(text) || says(document, block, sentence)) return true
  if (isOwnedLater(document, block, sentence)) return true
  const { introduction, rowHeader } = block
  if ([introduction, rowHeader].some((one) => one && says(document, one, whole(one)))) return true
  if (!/:\s*$/.test(text)) return false
  for (const one of itemsUnder(document, block)) if (says(document, one, whole(one))) return true
  return false
}

/** "If you write to us …": what is done whenever something happens needs no date. */
function isProcedure(sentence: string): boolean {
  procedures ??= createMatcher(
    data.lists.commitments.procedures.map((text) => ({ text, value: text })),
  )
  return procedures(wordsOf(sentence)).some(({ start }) => sentence.slice(0, start).trim() === '')
}

/** "The Head of Housing answers for both": a later sentence of the paragraph that points back. */
function isOwnedLater(document: Document, block: Block, { end }: Range): boolean {
  answering ??= createFrameFinder('answering', [data.lists.commitments.answering])
  return answering(document, block).some(({ start }) => start >= end)
}

function* itemsUnder(document: Document, block: Block): Generator<Block> {
  let next = document.after(block)
  while (next?.introduction === block) {
    yield next
    next = document.after(next)
  }
}

function whole(block: Block): Range {
  return { start: 0, end: block.text.length }
}

const NUMBER =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|half|third|quarter|double|halve)\b/i

function says(document: Document, block: Block, range: Range): boolean {
  const found = finder?.(document, block) ?? []
  return (
    NUMBER.test(block.text.slice(range.start, range.end)) ||
    within(found, 'dates', range).length > 0 ||
    within(found, 'owners', range).length > 0
  )
}
