import type { Block } from '../blocks.ts'
import { data } from '../data.ts'
import { hasSource, vagueSource } from '../document/evidence.ts'
import { figuresIn } from '../document/figures.ts'
import { createFinder, createListMatcher, type Finder, within, wordsOn } from '../document/lists.ts'
import { isOwnCount } from '../document/own-count.ts'
import type { Document, Range } from '../document.ts'
import type { Match, Matcher } from '../match.ts'
import { defineRule } from '../rule.ts'
import { countUntil } from '../sorted.ts'

/** What ends the noun phrase that a number begins: "18 is a victim" counts nobody. */
const BREAK =
  /[.,;:(]|\b(?:among|amongst|is|are|was|were|be|been|has|have|had|and|or|to|by|in|at|on|for|with|from|as|an?|that|which|who|said|years?)\b/i

type List =
  | 'populations'
  | 'groups'
  | 'people'
  | 'field'
  | 'events'
  | 'most'
  | 'plans'
  | 'suffered'
  | 'participating'
  | 'undergoing'
  | 'doing'
  | 'tallies'

let finder: Finder<List> | undefined

/** How many words may stand between a number and those it counts. */
const REACH = 5
/** Below this, a count of people is somebody’s case and no statistic, unless it is a rate. */
const FEWEST = 10
const RATE = /^\s(?:an?|each|every|per)\s(?:hour|day|night|week|month|year)\b/i
/** "Eighty per cent of them": whom, an earlier sentence has said. */
const OF_THEM = /^[^.]{0,30}\bof (?:them|these|those|whom)\b/i

/** "Nineteen of them": some of those whom the text has counted before. */
const COUNTED_BEFORE = /^\sof\s(?:them|these|those|whom)\b/i

/** Finds figures about people for which no source is given. */
export const unsupportedStatistic = defineRule(
  {
    id: 'unsupported-statistic',
    title: 'Figure without a source',
    about:
      'A number or a share of a population (“90% of”, “one in three”, “most women”) for which neither the sentence nor a note, a link, a table or a list of references near it says where it comes from. It is asked of every side alike. Somebody’s own cases (“the force recorded 41 reports”), plans, limits and sums of money are left alone.',
    severity: 'warning',
    examples: {
      flag: [
        {
          text: 'Sixty per cent of women in prostitution were abused as children.',
          found: ['Sixty per cent of women in prostitution'],
        },
        {
          text: 'One in three sex workers has been attacked by a client.',
          found: ['One in three sex workers'],
        },
        { text: 'One in four women will suffer abuse.', found: ['One in four women'] },
        {
          text: 'Two women a week are killed by men, and that must change.',
          found: ['Two women a week'],
        },
        {
          text: 'The raid was at night. 39 Nepalese women in prostitution were found.',
          found: ['39 Nepalese women in prostitution'],
        },
        {
          text: 'Catch22 opened an office. In this town 40% of women in prostitution are in debt.',
          found: ['40% of women in prostitution'],
        },
        { text: 'Three women a week are killed by men.', found: ['Three women a week'] },
        {
          text: 'Men who watch it are five times more likely to commit an offence.',
          found: ['five times more likely'],
        },
        {
          text: 'More than 3 million women are victims of violence.',
          found: ['3 million women'],
        },
        { text: 'A woman is killed every three days.', found: ['three days'] },
        {
          text: 'The number of flats used for trafficking has doubled.',
          found: ['number of flats used for trafficking has doubled'],
        },
        {
          text: 'Suicide attempts in detention have tripled.',
          found: ['Suicide attempts in detention have tripled'],
        },
        {
          text: 'Men groom girls. Reports have trebled.',
          found: ['Reports have trebled'],
        },
        { text: 'Trafficking has fallen by half.', found: ['Trafficking has fallen by half'] },
        {
          text: 'The number of victims has risen tenfold.',
          found: ['number of victims has risen tenfold'],
        },
        { text: 'Three quarters of nurses paid an agent.', found: ['Three quarters of nurses'] },
        {
          text: 'The women work at night. One in five has been robbed.',
          found: ['One in five'],
        },
        { text: 'There, trafficking has doubled since 2010.', found: ['trafficking has doubled'] },
        {
          text: 'One in three sex workers has been attacked, according to a recent report.',
          found: ['One in three sex workers'],
        },
        {
          text: 'Sixty per cent of women in prostitution were abused (Greater London).',
          found: ['Sixty per cent of women in prostitution'],
        },
        {
          text: 'The paper was long. The hundreds of women we know are abused wait.',
          found: ['hundreds of women'],
        },
        {
          text: 'Tens of thousands of migrants work in this way.',
          found: ['Tens of thousands of migrants'],
        },
      ],
      pass: [
        { text: 'Sixty per cent of women in prostitution were abused as children (Okafor, 2016).' },
        {
          text: 'One in three sex workers has been attacked by a client.[^1]\n\n[^1]: Survey of 2019.',
        },
        { text: 'In 2025 the force recorded reports by 41 women.' },
        { text: 'Half of the women in prostitution had been in care.12 Others had not.' },
        {
          text: 'The Harbour Crime Agency estimates there are at least 6,000 victims of trafficking.',
        },
        {
          text: 'According to a survey carried out by the Wetherby Trust, 83% of victims went home.',
        },
        { text: 'On 19 March the Victims’ Commissioner wrote to the minister about abuse.' },
        { text: 'The unit covers: 9) kidnap of women; 10) child abuse; and 11) fraud.' },
        { text: 'Debt was most common among women in prostitution.' },
        { text: 'The process binds all 43 police forces, charities for women and the courts.' },
        { text: 'Most of them, or 85% of women, were mothers. https://example.org/report' },
        { text: 'Reports of abuse are rare. 80 Crimes against women are seldom recorded.' },
        { text: 'The council will train 90% of police officers by March 2027.' },
        { text: 'Section 33A, page 12: two women who share a flat may meet the legal test.' },
        { text: 'The objectors fear violence. Nineteen of them live in the same street.' },
        { text: 'A programme for violent men meets weekly, and 26 men finished it in 2025.' },
        { text: 'A victim of abuse may ring 01632 960 417, and women answer.' },
        {
          text: 'In the year to March we worked with 212 women. Of the 212 women, many had been abused.',
        },
        { text: 'Officers call at the brothel every three days.' },
        { text: 'The most vulnerable women are seen first.' },
        { text: 'The van went out on 41 nights and spoke to 37 women.' },
        { text: 'Of the children, we worked with 214 girls and 31 boys.' },
        { text: 'One in six of our pupils has a social worker.' },
        {
          text: 'The survey of 2,114 residents asked about nights out. Forty-one per cent of women stay at home.',
        },
        { text: 'Violence against women is up 6% (force data, quarter 3).' },
        { text: 'The charity says that 60% of women in prostitution were abused as children.' },
        { text: 'Our work rests on the hundreds of women we have supported.' },
        { text: 'The plan draws on our work supporting over 900 women a year.' },
        { text: 'Eighty-three per cent of our staff have been trained to spot abuse.' },
        { text: 'Two women a week are killed by men. (HARBOUR)' },
        { text: 'Three in four women in prostitution began before 21 (Street Studies Unit).' },
        { text: 'One in three women is abused (2). Others are not.' },
        { text: 'Most sex workers are mothers.[iv] Few are not.' },
        { text: 'Only 300 brothels would close. However, this was a Home Office estimate.' },
        { text: 'QUAY data shows that over half of rough sleepers had been in prison.' },
        {
          text: 'The Harbour Board published figures in May. It shows that 60% of victims are women.',
        },
        {
          text: '# Reply to the rough sleeping statistics (April to June 2023)\n\nAlmost 4,000 people slept rough, and 30% of women were refused.',
        },
        {
          text: 'The police expect to close 1,200 brothels. The figures are contained in a paper of the ministry.',
        },
        { text: 'Through the register, authorities referred 900 victims, a 36% rise.' },
        {
          text: '| Group | Share of victims |\n| --- | --- |\n| Women | 61% of victims |\n\nSource: force records, 2025.\n',
        },
      ],
    },
  },
  {
    in: () => [about()],
    inBlock(document, block, tell) {
      const told = new Set<number>()
      for (const figure of countsIn(document, block)) {
        const sentence = document.sentenceAt(block, figure.start)
        if (told.has(sentence.start) || isExcused(document, block, figure, sentence)) continue
        told.add(sentence.start)
        const vague = vagueSource(document, block, figure)
        const words = block.text.slice(figure.start, figure.end).replace(/\s+/g, ' ')
        tell({
          block,
          ...figure,
          // Nobody is named who could be asked, so it stays the writer’s figure.
          ...(vague && { found: vague }),
          reason: `“${words}” has no source here. Say who counted, when, where and whom, or leave the figure out.`,
          note: 'A figure that cannot be traced can be neither checked nor repeated. A name with a year, a note, a link, or the words “Source:” under a table will do. If the figure is your own, say so.',
        })
      }
    },
  },
)

function listsIn(document: Document, block: Block) {
  return lists()(document, block)
}

function lists() {
  const { populations, people, field, events, most, plans } = data.lists.statistics
  const { participating, undergoing, suffered, groups, doing, tallies } = data.lists.statistics
  finder ??= createFinder<List>(
    'statistics',
    ['populations', populations],
    ['groups', groups],
    ['people', people],
    ['field', field],
    ['events', events],
    ['most', most],
    ['plans', plans],
    ['suffered', suffered],
    ['participating', participating],
    ['undergoing', undergoing],
    ['doing', doing],
    ['tallies', tallies],
  )
  return finder
}

/** One of these must stand in the sentence of a figure; other lists have words that are in nearly every block. */
const ABOUT = ['populations', 'groups', 'field', 'events', 'suffered'] as const

let subjects: Matcher<List> | undefined

function about(): Matcher<List> {
  subjects ??= createListMatcher<List>(
    'statistics-about',
    ...ABOUT.map((name) => [name, data.lists.statistics[name]] as const),
  )
  return subjects
}

/** Who can be counted. */
const WHOM: ReadonlySet<List> = new Set(['populations', 'people', 'groups'])

/** Figures about a population, in order of place: from the number to those it counts. */
function countsIn(document: Document, block: Block): Range[] {
  if (about()(document.words(block)).length === 0) return []
  const found = listsIn(document, block)
  const whom = found.filter(({ value }) => WHOM.has(value))
  const { text } = block
  const words = document.words(block)

  /** Those who are counted, soon after a number. */
  const counted = (end: number) => {
    const reach = wordsOn(words, end, REACH)
    return whom
      .slice(countUntil(whom, end - 1), countUntil(whom, reach))
      .find((match) => match.end <= reach && !BREAK.test(text.slice(end, match.start)))
  }
  const figures = figuresIn(text).flatMap(({ kind, start, end, value }): Range[] => {
    if (kind === 'change') {
      const subject =
        countedThing(text, start) ?? found.find((match) => isSubject(match, start, text))?.start
      return subject === undefined ? [] : [{ start: subject, end }]
    }
    const near = counted(end)
    if (kind === 'count' && isMark(document, block, { start, end }, near)) return []
    if (
      kind === 'rate' &&
      EVERY.test(directlyBefore(text, start)) &&
      !isSuffered(document, block, start)
    )
      return []
    if (kind === 'multiple' || kind === 'rate') return [{ start, end }]
    if (kind === 'share') return [{ start, end: near?.end ?? end }]
    if (!near || COUNTED_BEFORE.test(text.slice(end))) return []
    if (near.value === 'groups' && kind === 'count' && value !== Number.POSITIVE_INFINITY) return []
    if (isCountedAbove(document, block, { start, end })) return []
    const rate = RATE.exec(text.slice(near.end))?.[0] ?? ''
    const counts = kind === 'part' || rate !== '' || isMany(value, text.slice(start, end))
    return counts ? [{ start, end: near.end + rate.length }] : []
  })
  const most = found.flatMap(({ value, start, end }): Range[] => {
    if (value !== 'most' || SUPERLATIVE.test(directlyBefore(text, end))) return []
    const near = counted(end)
    if (near && near.value !== 'people') return [{ start, end: near.end }]
    const event = found
      .slice(countUntil(found, end), countUntil(found, end + 1))
      .find((match) => DOINGS.has(match.value))
    return event ? [{ start, end: event.end }] : []
  })
  return [...figures, ...most]
    .filter((figure) => isAboutField(document, block, figure))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/**
 * "9) kidnap; 10) child abuse", "19 March": the number of an item or a day. "… is rare. 80 Crimes against …" and
 * "13 Victim Navigator is …": the mark of a note, before a sentence with its capital; "39 Nepalese women" are counted.
 */
function isMark(
  document: Document,
  block: Block,
  { start, end }: Range,
  counted: Range | undefined,
): boolean {
  const { text } = block
  if (!/^\d{1,3}$/.test(text.slice(start, end))) return false
  const after = text.slice(end, end + FARTHEST)
  if (ITEM_OR_DAY.test(after)) return true
  const opens = block.kind !== 'heading' && document.sentenceAt(block, start).start === start
  if (!opens || !/^\s+\p{Lu}/u.test(after)) return false
  return (
    !counted ||
    !/^\s+\p{Lu}[\p{L}-]+\s$/u.test(text.slice(end, counted.start)) ||
    /^\p{Lu}/u.test(text.slice(counted.start))
  )
}

const ITEM_OR_DAY =
  /^\)|^\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/

/** "Street prostitution was halved": what is counted, directly before a word of change. */
function isSubject({ value, end }: Match<List>, start: number, text: string): boolean {
  const isCounted = ['populations', 'events', 'field', 'tallies'].includes(value)
  return isCounted && start - end < FARTHEST && CHANGED.test(text.slice(end, start))
}

const CHANGED =
  /^(?:\s\p{L}+)?(?:\s(?:in|of|on|at|against|among|for|to|from)(?:\s[\p{L}-]+){1,4})?\s(?:(?:has|have|had|is|are|was|were|been|gone|went|up|down|risen|rose|fallen|fell|dropped|increased|decreased|declined|grown|grew|shrunk|shrank|cut|by|nearly|almost|about|around|roughly|over|(?:more|less)\sthan|at\sleast)\s)*$/u

/** "The number of flats has doubled": where that begins. */
function countedThing(text: string, change: number): number | undefined {
  const from = Math.max(0, change - FARTHEST)
  const found = NUMBER_OF.exec(text.slice(from, change))
  return found ? from + found.index : undefined
}

const FARTHEST = 100
const NUMBER_OF =
  /\b(?:number|rate|share|proportion) of [^.,;:]{1,60}\s(?:has|have|had|is|are|was|were|rose|fell|dropped|increased|decreased|declined|grew|shrank)(?:\s(?:been|risen|fallen|dropped|increased|decreased|declined|grown|shrunk|gone|up|down|cut|by|nearly|almost|about|around|roughly|over|(?:more|less)\sthan|at\sleast))*\s$/

/** "Every three days": how often something happens to somebody, and not how often it is done. */
const EVERY = /\bevery\s$/i

/** A word or two before an index: looking for them in all of a long text would take long. */
function directlyBefore(text: string, index: number): string {
  return text.slice(Math.max(0, index - 20), index)
}

function isSuffered(document: Document, block: Block, index: number): boolean {
  return within(listsIn(document, block), 'suffered', document.sentenceAt(block, index)).length > 0
}

/** "Most trafficking": what is done to people. */
const DOINGS: ReadonlySet<List> = new Set(['field', 'events'])

/** "The most vulnerable women": no share of anybody. */
const SUPERLATIVE = /\bthe\s+most$/i

/** "The 57 women": a group whose number a text has given shortly before. */
function isCountedAbove(document: Document, block: Block, { start, end }: Range): boolean {
  if (!DEFINITE.test(directlyBefore(block.text, start))) return false
  const figure = block.text.slice(start, end)
  if (holdsFigure(block.text.slice(0, start), figure)) return true
  let before = document.before(block)
  for (let far = 1; before && far < SHORTLY && !holdsFigure(before.text, figure); far++)
    before = document.before(before)
  return before !== undefined && holdsFigure(before.text, figure)
}

/** Whether a text holds a figure, and not as part of a longer one. */
function holdsFigure(text: string, figure: string): boolean {
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
    const end = at + figure.length
    const isPart = /[\d,.]/.test(text.charAt(at - 1)) || /^,*\d/.test(text.slice(end, end + 9))
    if (!isPart) return true
  }
  return false
}

const DEFINITE = /\b(?:the|these|those|our|other)\s$/i
const SHORTLY = 12

/** No single case, and no year. */
function isMany(value: number, figure: string): boolean {
  return value >= FEWEST && !(value >= 1900 && value < 2100 && !figure.includes(','))
}

/** People in general are a population only where the sentence is about the subjects of policy. */
function isAboutField(document: Document, block: Block, figure: Range): boolean {
  const { start, end } = document.sentenceAt(block, figure.start)
  const found = listsIn(document, block)
  const reaches =
    OF_THEM.test(block.text.slice(figure.start, end)) ||
    isAlone(block.text, figure) ||
    within(found, 'tallies', figure).length > 0
  const sentence = { start: reaches ? 0 : start, end }
  return (
    within(found, 'groups', figure).length > 0 ||
    (['populations', 'field', 'events', 'suffered'] as const).some(
      (name) => within(found, name, sentence).length > 0,
    )
  )
}

/** "One in five has been robbed": of whom, an earlier sentence has said. */
function isAlone(text: string, { start, end }: Range): boolean {
  return (
    /\b(?:in|out of)\b/i.test(text.slice(start, end)) &&
    /^\s(?:has|have|had|is|are|was|were|will)\b/.test(text.slice(end))
  )
}

/** Another clause begins: a plan that stands in it is not about the figure. */
const CLAUSE = /[;:]|,\s(?:and|but|which|so|yet)\b/

/** A plan, a limit or money; somebody’s own count; or a figure with its source. */
function isExcused(document: Document, block: Block, figure: Range, sentence: Range): boolean {
  const found = listsIn(document, block)
  const { text } = block
  const planned = within(found, 'plans', sentence).some(
    ({ start, end }) =>
      (start < figure.end || !CLAUSE.test(text.slice(figure.end, start))) &&
      within(found, 'undergoing', sentence).every((fate) => fate.start > start || fate.end < end),
  )
  const tookPart = found.some(
    ({ value, start }) =>
      value === 'participating' &&
      start > figure.end &&
      /^\s*(?:who\s)?$/.test(text.slice(figure.end, start)),
  )
  if (planned || tookPart) return true
  const doing = found.filter(({ value }) => value === 'doing')
  const groups = within(found, 'groups', figure)
  return (
    isOwnCount(document, block, figure, { sentence, doing, groups }) ||
    hasSource(document, block, figure)
  )
}
