import { data } from '../data.ts'
import { createGapFinder, type GapFinder } from '../document/coverage.ts'
import type { MentionReader } from '../law/cite/mention.ts'
import { shippedReaders } from '../law/shipped.ts'
import { defineRule } from '../rule.ts'
import type { Asker, Expectation } from '../types/expectations.ts'

const finders = new Map<MentionReader, GapFinder>()

const EXAMPLE = `# Visits to brothels

A brothel may be visited by officers of the neighbourhood team. The sergeant keeps a list with the address of each brothel, the
day of the last visit and the names of the two officers who went there. Officers go in pairs, in uniform, and between noon
and six in the evening. They ring first. They introduce themselves and leave a card that has a telephone number and the
address of the clinic. They ask whether the people who work in the brothel are well and whether they need anything. They
write down what they were told, and put the note in the system before the end of their shift.

## Preparation

Before the first visit to a brothel the officers read the file. They look at what neighbours have said, at the landlord’s
name, and at earlier notes. They speak to the clinic, whose nurses often know the place. They take an interpreter with them
if the adverts are in another language, or arrange for one on the telephone. They plan where to park so that nobody in the
street is made curious. They agree which of them speaks and which of them watches.

## Afterwards

The sergeant reads each note on the next working day. She decides whether somebody should be seen again and by whom, and
whether the clinic or another service should be told. She thanks the officers for a good note and returns a poor one. In the
last week of every quarter she counts the visits and writes a page for the inspector, who reads it with the team. New members
of the team go along on three visits before they lead one, and are asked afterwards what they would have done otherwise.
`

/** Finds what a careful reader expects of a text on its subject and does not find there. */
export const missingCoverage = defineRule(
  {
    id: 'missing-coverage',
    title: 'Something a reader will look for',
    about:
      'If a text discusses a subject at some length, its readers expect certain things of it: the law that applies, what is offered to those who are not covered, where a reader can find help. Each expectation has an id of its own, names who holds it, and, where one side of the dispute on prostitution holds it, has a counterpart that the other side holds. One wording or one citation anywhere in the text is enough. Texts of fewer than 250 words are left alone.',
    severity: 'suggestion',
    whole: true,
    parts: data.expectations.map(({ id, title }) => ({ id, title })),
    examples: {
      flag: [{ text: EXAMPLE }],
      pass: [
        {
          text: `${EXAMPLE}\nKeeping a brothel is an offence under s.33A of the Sexual Offences Act 1956. Women who share a flat for safety are not the target. The purpose of the visit is on the card, and residents nearby are told. People under 18 are out of scope. The equality analysis is on our website.\n`,
        },
        { text: 'A brothel was closed. The brothel stood empty, and no other brothel is known.' },
      ],
    },
  },
  (document, tell, { jurisdiction, viewpoints: wanted = [] }) => {
    const { mentions: cited } = shippedReaders(jurisdiction)
    const findGaps = finders.get(cited) ?? createGapFinder(data.expectations, cited)
    finders.set(cited, findGaps)
    for (const gap of findGaps(document)) {
      const { expectation, block, start, end, mentions } = gap
      if (!isWanted(expectation, wanted)) continue
      tell({
        block,
        start,
        end,
        ruleId: `missing-coverage/${expectation.id}`,
        reason: `This subject ${mentions === 1 ? 'has a heading of its own' : `comes up ${mentions} times`}, and nothing is said about ${expectation.title}. Consider adding ${expectation.add}.`,
        note: noteOf(expectation),
        url: urlOf(expectation),
      })
    }
  },
)

/** Under a viewpoint, what it asks for and what belongs to no side; else everything. */
function isWanted({ asked, general }: Expectation, wanted: readonly string[]): boolean {
  return wanted.length === 0 || general === true || asked.some(({ by }) => wanted.includes(by))
}

function noteOf(expectation: Expectation): string {
  const mirror = data.expectations.find(({ id }) => id === expectation.mirror)
  const more = expectation.sources.flatMap((id) => data.sources[id]?.title ?? [])
  return [
    expectation.why,
    ...expectation.asked.map(askerLine),
    ...(more.length > 0 ? [`Read on: ${more.join('; ')}.`] : []),
    ...(mirror
      ? [`The counterpart for other readers: ${mirror.title} (missing-coverage/${mirror.id}).`]
      : []),
  ].join('\n')
}

function askerLine({ by, basis, source }: Asker): string {
  const who = data.viewpoints[by]?.short ?? by
  const cited = source ? data.sources[source] : undefined
  const where = cited ? ` (${cited.title}, ${cited.url})` : ''
  return basis === 'direct'
    ? `Asked for by ${who}${where}.`
    : `Our inference from the general stance of ${who}, not a statement of theirs: they would look for it${where}.`
}

function urlOf({ asked, sources: more }: Expectation): string | undefined {
  const id = asked.find(({ basis }) => basis === 'direct')?.source ?? more[0]
  return id === undefined ? undefined : data.sources[id]?.url
}
