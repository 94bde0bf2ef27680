import type { Block } from '../blocks.ts'
import { contextOf } from '../context.ts'
import { data } from '../data.ts'
import { listed } from '../document/lists.ts'
import type { Document } from '../document.ts'
import { createSharedMatcher, type Match, type Matcher } from '../match.ts'
import { inRuns } from '../remember.ts'
import { defineRule } from '../rule.ts'
import { type Condition, createCondition } from '../terms/conditions.ts'
import type { Naming, Referent } from '../types/lists.ts'

/** One name of one thing. */
interface Named {
  readonly referent: Referent
  readonly naming: Naming
  readonly near: Condition | undefined
}

interface Use {
  readonly block: Block
  readonly match: Match<Named>
  /** The text defines the name here. */
  readonly defines: boolean
}

/** Fewer uses in all, or of the rarer names, are no habit. */
const FEWEST = 4
const FEWEST_RARE = 2

let matcher: Matcher<Named> | undefined
let definitions: Matcher<string> | undefined

/** Finds several names for one group of people, or one thing, in the writer’s own voice. */
export const inconsistentTerminology = defineRule(
  {
    id: 'inconsistent-terminology',
    title: 'Several names for one thing',
    about:
      'A text that calls the same people now one thing and now another makes a reader wonder whether two groups are meant, and on a disputed subject seems to change sides. If the text defines a term, that one is the measure; else the most frequent. Quotations, titles and words of statute are not counted.',
    severity: 'suggestion',
    whole: true,
    examples: {
      flag: [
        {
          text: 'The team met sex workers on Monday. It helped two sex workers with housing. A prostitute was taken to hospital. Three prostitutes asked for a lawyer.',
          found: ['prostitute'],
        },
        {
          text: 'In this report we use the term women in prostitution. A sex worker was hurt. Two sex workers left. Women in prostitution were asked. A sex worker replied.',
          found: ['sex worker'],
        },
      ],
      pass: [
        {
          text: 'The team met sex workers on Monday. It helped two sex workers with housing. A sex worker was taken to hospital. “We are prostitutes,” said one; “prostitutes are women too.”',
        },
        { text: 'The team met sex workers and helped a sex worker. One prostitute left.' },
      ],
    },
  },
  (document, tell) => {
    const uses = usesByReferent(document)
    for (const referent of data.lists.referents) {
      const own = uses.get(referent) ?? []
      const groups = groupsOf(own)
      if (own.length < FEWEST || groups.size < 2) continue
      const defined = [...groups].filter(([, those]) => those.some(({ defines }) => defines))
      const main = new Set(
        (defined.length > 0 ? defined : [commonest(groups)]).map(([name]) => name),
      )
      const rare = [...groups].filter(([name]) => !main.has(name))
      const first = rare[0]?.[1][0]
      if (!first || rare.reduce((sum, [, those]) => sum + those.length, 0) < FEWEST_RARE) continue
      const { start, end } = first.match
      tell({
        block: first.block,
        start,
        end,
        reason: `Several names for ${referent.title}: ${[...groups].map(([name, those]) => `“${name}” ${those.length}`).join(', ')}. Keep to ${quoted(main)}${defined.length > 0 ? ', which the text defines' : ', the most frequent'}, or say what the others mean.`,
        note: rare.map(([name, those]) => `“${name}”: ${placesOf(document, those)}.`).join('\n'),
      })
    }
  },
)

function shared(): Matcher<Named> {
  matcher ??= compile()
  return matcher
}

function compile(): Matcher<Named> {
  return createSharedMatcher(
    'referents',
    ...data.lists.referents.flatMap((referent) =>
      referent.names.map((naming) => () => {
        const near = naming.near && createCondition(naming.near)
        const value = { referent, naming, near }
        return naming.forms.flatMap((form) => listed(form, value))
      }),
    ),
  )
}

function usesByReferent(document: Document): ReadonlyMap<Referent, readonly Use[]> {
  const uses = new Map<Referent, Use[]>()
  for (const use of allUses(document)) {
    const { referent } = use.match.value
    const those = uses.get(referent)
    if (those) those.push(use)
    else uses.set(referent, [use])
  }
  return uses
}

/** The uses of all names in the writer’s own voice, in order of place. */
const allUses = inRuns((document, block): readonly Use[] => {
  if (block.quotation > 0) return []
  return shared()(document.words(block))
    .filter(
      (match, _, all) =>
        !all.some(
          (other) => other !== match && other.start <= match.start && other.end > match.end,
        ),
    )
    .filter(
      ({ value, ...match }) =>
        !value.near || value.near(document, block, { value, ...match }) !== undefined,
    )
    .filter(({ start, end }) => contextOf(document, block, start, end).class === 'own-voice')
    .map((match) => ({ block, match, defines: isDefined(document, block, match) }))
}, shared)

function groupsOf(uses: readonly Use[]): Map<string, Use[]> {
  const groups = new Map<string, Use[]>()
  for (const use of uses) {
    const { name } = use.match.value.naming
    const group = groups.get(name)
    if (group) group.push(use)
    else groups.set(name, [use])
  }
  return groups
}

function commonest(groups: ReadonlyMap<string, readonly Use[]>): [string, readonly Use[]] {
  return [...groups].reduce((best, next) => (next[1].length > best[1].length ? next : best))
}

/** "We use the term x", "we call them x": the definition stands before the name, in its sentence. */
function isDefined(document: Document, block: Block, match: Match<Named>): boolean {
  definitions ??= createSharedMatcher('adoption', () =>
    [...(data.names.adoptionPhrases ?? []), 'we write of', 'we write', 'we say', 'we call'].map(
      (text) => ({ text, value: text }),
    ),
  )
  const sentence = document.sentenceAt(block, match.start)
  return definitions(document.words(block)).some(
    ({ start, end }) => start >= sentence.start && start < match.start && end <= match.start,
  )
}

function quoted(names: ReadonlySet<string>): string {
  return [...names].map((name) => `“${name}”`).join(' and ')
}

const MOST_PLACES = 6

/** Where something stands, for people: under which headings, or in which paragraphs. */
function placesOf(document: Document, uses: readonly Use[]): string {
  const places = new Set(
    uses.map(({ block }) => {
      const heading = block.kind === 'heading' ? block : block.headings.at(-1)
      return heading ? `under “${heading.text}”` : `paragraph ${document.place(block) + 1}`
    }),
  )
  const shown = [...places].slice(0, MOST_PLACES)
  return places.size > shown.length ? `${shown.join(', ')} and elsewhere` : shown.join(', ')
}
