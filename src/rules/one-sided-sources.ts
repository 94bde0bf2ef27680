import type { Block } from '../blocks.ts'
import { data } from '../data.ts'
import type { Document, Range } from '../document.ts'
import { keyOf } from '../match/words.ts'
import { createSharedMatcher, type Match, type Matcher } from '../match.ts'
import { inRuns } from '../remember.ts'
import { defineRule } from '../rule.ts'

/** Somebody who is cited for a viewpoint. */
interface Cited {
  readonly name: string
  readonly viewpoint: string
  /** A surname, which is a citation only before a year. */
  readonly surname: boolean
}

interface Citation {
  readonly block: Block
  readonly match: Match<Cited>
}

const FEWEST = 4
const REFERENCES =
  /^(?:\d+\.?\s*)?(?:references|bibliography|sources|works cited|further reading|notes)\W*$/i
const YEAR_NEXT = /^(?:[’']s)?[,\s]*\(?(?:19|20)\d\d/
/** How many words may stand between a name and the verb that reports. */
const VERB_REACH = 4
const YEAR = /\b(?:19|20)\d\d\b/

let matcher: Matcher<Cited> | undefined
let verbs: ReadonlySet<string> | undefined

/** Finds texts whose sources on the dispute about prostitution law are all of one side. */
export const oneSidedSources = defineRule(
  {
    id: 'one-sided-sources',
    title: 'Sources of one side only',
    about:
      'Counts who is cited for which side of the dispute on prostitution law, from a list. If at least four citations are of one side and none of the other, a reader will ask for the rest. Sources that are on no side are not counted. It is a count and no score: a text may have good reasons, and can say so.',
    severity: 'suggestion',
    whole: true,
    contexts: { name: 'flag', attributed: 'flag', title: 'flag', mention: 'flag' },
    examples: {
      flag: [
        {
          text: 'Farley (2003) interviewed women in nine countries. Bindel (2017) travelled widely. Ekman (2013) writes on words. Ruhama says the same.',
          found: ['Farley'],
        },
        {
          text: 'SWARM (2018) reports on migrants. Amnesty International (2016) has a policy. The English Collective of Prostitutes said so. National Ugly Mugs says the same.',
          found: ['SWARM'],
        },
      ],
      pass: [
        {
          text: 'Farley (2003) interviewed women in nine countries. Bindel (2017) travelled widely. Ekman (2013) writes on words. Ruhama says the same. Amnesty International (2016) disagrees.',
        },
        { text: 'We wrote to Ruhama, Not Buying It, Equality Now and UK Feminista.' },
        { text: 'Bindel (2017) and Ekman (2013) agree.' },
      ],
    },
  },
  (document, tell) => {
    const citations = allCitations(document)
    const first = citations[0]
    if (!first || citations.length < FEWEST) return
    const { viewpoint } = first.match.value
    if (citations.some(({ match }) => match.value.viewpoint !== viewpoint)) return
    const { start, end } = first.match
    const who = data.viewpoints[viewpoint]?.short ?? viewpoint
    const others = data.lists.camps.filter((camp) => camp.viewpoint !== viewpoint)
    const missing = others.map((camp) => data.viewpoints[camp.viewpoint]?.short ?? camp.viewpoint)
    tell({
      block: first.block,
      start,
      end,
      reason: `All ${citations.length} citations on this dispute are of sources that are cited for ${who}; none is cited for ${missing.join(' or ')}. Cite a source that disagrees, or say why there is none.`,
      note: `Counted: ${countsOf(citations)}.\nSources that belong to no side are not counted.`,
    })
  },
)

/** "Farley 1, Nordic Model Now 3": how often each is cited. */
function countsOf(citations: readonly Citation[]): string {
  const counts = new Map<string, number>()
  for (const { match } of citations) {
    counts.set(match.value.name, (counts.get(match.value.name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ')
}

function shared(): Matcher<Cited> {
  matcher ??= compile()
  return matcher
}

function compile(): Matcher<Cited> {
  return createSharedMatcher('camps', () =>
    data.lists.camps.flatMap(({ viewpoint, bodies, authors }) => [
      ...bodies.map((name) => ({
        text: name,
        exact: true,
        value: { name, viewpoint, surname: false },
      })),
      ...authors.map((name) => ({
        text: name,
        exact: true,
        value: { name, viewpoint, surname: true },
      })),
    ]),
  )
}

/** Those cited, once a sentence each. */
const allCitations = inRuns((document, block): readonly Citation[] => {
  if (block.kind === 'heading') return []
  const seen = new Set<string>()
  return shared()(document.words(block)).flatMap((match): Citation[] => {
    const sentence = document.sentenceAt(block, match.start)
    const key = `${sentence.start} ${match.value.name}`
    if (seen.has(key) || !isCitation(document, block, match, sentence)) return []
    seen.add(key)
    return [{ block, match }]
  })
}, shared)

/** A name with a year, in a note or list of sources, with a link, or before a word that reports. */
function isCitation(
  document: Document,
  block: Block,
  { end, last, value }: Match<Cited>,
  sentence: Range,
): boolean {
  const after = block.text.slice(end, end + 20)
  if (block.kind === 'footnote' || REFERENCES.test(block.headings.at(-1)?.text ?? '')) return true
  if (value.surname) return YEAR_NEXT.test(after)
  const text = block.text.slice(sentence.start, sentence.end)
  if (YEAR.test(text)) return true
  verbs ??= new Set(
    [...(data.names.reportingVerbs ?? []), ...(data.names.weakVerbs ?? [])].map(keyOf),
  )
  const next = document.words(block).keys.slice(last, last + VERB_REACH)
  return next.some((key) => verbs?.has(key))
}
