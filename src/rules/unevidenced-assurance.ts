import type { Block } from '../blocks.ts'
import { data } from '../data.ts'
import { isAnswered } from '../document/evidence.ts'
import {
  createFinder,
  createFrameFinder,
  createListMatcher,
  type Finder,
  within,
} from '../document/lists.ts'
import type { Document, Range } from '../document.ts'
import type { Match, Matcher } from '../match.ts'
import { defineRule } from '../rule.ts'

type List = 'strengths' | 'intensifiers' | 'objects' | 'imperatives' | 'demands' | 'proposals'

let finder: Finder<List> | undefined
let frames: ReturnType<typeof createFrameFinder> | undefined

/** How many words may stand between praise and what is praised: "strong and effective safeguards". */
const BETWEEN = 2

/** An assurance in a block; `strong` if it is made stronger still. */
interface Assurance extends Range {
  readonly strong: boolean
}

/** Finds assurances for which the text gives no figure, test or source. */
export const unevidencedAssurance = defineRule(
  {
    id: 'unevidenced-assurance',
    title: 'Assurance without evidence',
    about:
      'Words that vouch for an arrangement (“very strict checks”, “ensures that nobody is exploited”) where neither the sentence nor the next gives a figure, an audit, a dated report or a source. Demands and criticism (“must have strong safeguards”) are left alone. Well-known wordings have entries of their own in the packs, under `unevidenced-assurance/…`.',
    severity: 'warning',
    examples: {
      flag: [
        {
          text: 'The site has extremely stringent screening in place.',
          found: ['extremely stringent screening'],
        },
        { text: 'Its identity checks are stringent.', found: ['checks are stringent'] },
        { text: 'The staff are fully trained.', found: ['fully trained'] },
        { text: 'We have strong and tested safeguards.', found: ['strong and tested safeguards'] },
        {
          text: 'The code ensures that no tenant is left without help.',
          found: ['ensures that no'],
        },
        {
          text: 'Profits would go to the state, ensuring that workers will not be exploited.',
          found: ['ensuring that workers will not be'],
        },
      ],
      pass: [
        {
          text: 'The site has extremely stringent screening in place. An audit by Ofcom tested it in 2025.',
        },
        { text: 'The force must have strong safeguards.' },
        { text: 'The site lacks strong safeguards.' },
        { text: 'Provide comprehensive training.' },
        { text: 'The scheme would have strong safeguards.' },
        { text: 'The company says that it has “extremely strict checks”.' },
        { text: 'A strong wind brought down the monitoring mast.' },
      ],
    },
  },
  {
    in: () => [praising(), assuring().matcher],
    inBlock(document, block, tell) {
      for (const { start, end, strong } of assurancesIn(document, block)) {
        if (isAnswered('unevidenced-assurance', document, block, { start, end })) continue
        tell({
          block,
          start,
          end,
          severity: strong ? 'warning' : 'suggestion',
          reason: `“${block.text.slice(start, end).replace(/\s+/g, ' ')}” is an assurance without evidence. Say what is done, how often, who has tested it and what was found, or leave it out.`,
        })
      }
    },
  },
)

function lists() {
  const { strengths, intensifiers, objects, imperatives, demands, proposals } =
    data.lists.assurances
  finder ??= createFinder<List>(
    'assurances',
    ['strengths', strengths],
    ['intensifiers', intensifiers],
    ['objects', objects],
    ['imperatives', imperatives],
    ['demands', demands],
    ['proposals', proposals],
  )
  return finder
}

let praise: Matcher<List> | undefined

/** What praises: the other lists have words that are in nearly every block. */
function praising(): Matcher<List> {
  praise ??= createListMatcher<List>('assurance-strengths', [
    'strengths',
    data.lists.assurances.strengths,
  ])
  return praise
}

function assuring() {
  frames ??= createFrameFinder('assurance-frames', data.lists.assurances.frames)
  return frames
}

function assurancesIn(document: Document, block: Block): Assurance[] {
  const framed = assuring()(document, block).map((range) => ({ ...range, strong: false }))
  if (framed.length === 0 && praising()(document.words(block)).length === 0) return []
  const found = lists()(document, block)
  const praised = found.flatMap((match): Assurance[] => {
    if (match.value !== 'strengths') return []
    const object = found.find(
      ({ value, first, start }) =>
        value === 'objects' &&
        first >= match.last &&
        first - match.last <= BETWEEN &&
        !/[,.;:!?(]/.test(block.text.slice(match.end, start)),
    )
    const praisedBefore = object
      ? undefined
      : found.find((one) => isSubject(one, match, block.text))
    if (!object && !praisedBefore) return []
    const intensifier = found.find(
      ({ value, last }) => value === 'intensifiers' && last === match.first,
    )
    return [
      {
        start: praisedBefore?.start ?? intensifier?.start ?? match.start,
        end: object?.end ?? match.end,
        strong: intensifier !== undefined,
      },
    ]
  })
  /** "Ensure that nobody …": a sentence that begins with its verb tells the reader what to do. */
  const isFramed = (start: number) => framed.some((frame) => frame.start === start)
  return withoutOverlaps([...praised, ...framed]).filter(({ start }) => {
    const sentence = document.sentenceAt(block, start)
    const before = { start: sentence.start, end: start }
    const asks =
      within(found, 'demands', before).length > 0 ||
      (isFramed(start)
        ? start === sentence.start
        : within(found, 'proposals', before).length > 0) ||
      found.some((one) => isImperative(one, sentence, block.text))
    return !asks
  })
}

/** "Its checks are stringent": what is praised, before the verb. */
function isSubject({ value, end }: Match<List>, praise: Match<List>, text: string): boolean {
  return value === 'objects' && end < praise.start && IS.test(text.slice(end, praise.start))
}

const IS = /^\s(?:is|are|remains?)(?:\s\p{L}+)?\s$/u

/** "Provide comprehensive training": a proposal, and no verb that goes on with a subject ("Support is …"). */
function isImperative({ value, start, end }: Match<List>, sentence: Range, text: string): boolean {
  return (
    value === 'imperatives' &&
    start === sentence.start &&
    !/^\s(?:is|are|has|will)\b/.test(text.slice(end))
  )
}

function withoutOverlaps(all: readonly Assurance[]): Assurance[] {
  const sorted = [...all].sort((a, b) => a.start - b.start || b.end - a.end)
  let reached = 0
  return sorted.filter(({ start, end }) => {
    const isFree = reached <= start
    reached = Math.max(reached, end)
    return isFree
  })
}
