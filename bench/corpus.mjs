// Generates policy prose of any length from a seed: the same seed gives the same text on every machine.

/** Sentences of ordinary policy prose in which no linter of wording has anything to say. */
const PLAIN = [
  'The committee met in the town hall and heard from officers about the budget for the coming year.',
  'Members asked how the money would be shared between the parks, the libraries and the leisure centre.',
  'A report on road safety near schools is due in the autumn and will be discussed in public.',
  'Most replies to the survey came by post, and a few were handed in at the front desk.',
  'The team keeps a record of every visit, with the date, the place and what was agreed.',
  'Residents wrote about noise, parking and litter, and some offered to help with the planting.',
  'Training for new staff takes two days and ends with a short written test.',
  'The building is open from nine to five on weekdays and closes at noon on Saturdays.',
  'Before a decision is made, the draft is sent to partners, who have six weeks to answer.',
  'Where two services share a building, the costs are split according to the floor space that each of them uses.',
  'The plan sets out what is to be done first, who leads the work and how progress is measured.',
  'Several bus routes were changed in the spring after a trial on the eastern side of the river.',
  'Grants of up to a few hundred pounds are given to small groups that look after green spaces.',
  'The inspector found that files were complete and that most letters were answered in time.',
  'It was agreed that the chair would write to the county and report back at the next meeting.',
  'Flood defences along the lower bank were checked in March and found to be sound.',
  'Young people from four schools took part in the workshops and drew maps of their walks.',
  'The contract for cleaning ends next summer, and a new one must be let before then.',
  'Two officers gave a talk on the new system for booking rooms and answered questions.',
  'Copies are kept at the library, and anyone may read them there free of charge.',
]

/** Sentences that hold one wording which every one of the linters is given to look for. */
const HITS = [
  'The letter names prostitutes and landlords.',
  'Some of the sex workers in the area had asked for a later clinic.',
  'The unit gave a talk to vulnerable people about scams on the telephone.',
  'A leaflet for the disabled was printed in large type.',
  'A firm hired illegal immigrants for the building site.',
  'The council counts migrant prostitutes once a year.',
  'The wheelchair bound were seated at the front.',
  'The homeless were asked to leave the square.',
]

/** The terms in `HITS`, with something to put in their place: what the other linters are given. */
export const TERMS = {
  prostitutes: 'women in prostitution',
  'sex workers': 'people who sell sex',
  'vulnerable people': 'people at risk',
  'the disabled': 'disabled people',
  'illegal immigrants': 'people without leave to remain',
  'wheelchair bound': 'wheelchair users',
  'the homeless': 'people who are homeless',
}

const HEADINGS = ['Background', 'Discussion', 'Next steps', 'Staff and money', 'Buildings']

/** A generator of numbers from 0 to 1 (mulberry32). */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * A text of about `length` characters, as Markdown (`md`) or plain text (`txt`), with how many of `TERMS`
 * stand in it. `dense`: one in every paragraph; `sparse`: one in every 10,000 characters.
 */
export function generate({ length, density = 'sparse', format = 'md', seed = 1 }) {
  const next = random(seed)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const parts = []
  let size = 0
  let hits = 0
  const due = () => (density === 'dense' ? true : size >= hits * 10_000 + 5_000)
  while (size < length) {
    const sentences = Array.from({ length: 3 + Math.floor(next() * 4) }, () => pick(PLAIN))
    if (due()) {
      sentences.splice(Math.floor(next() * sentences.length), 0, HITS[hits % HITS.length])
      hits += 1
    }
    const part = written(sentences, format, parts.length, next, pick)
    parts.push(part)
    size += part.length + 2
  }
  return { text: `${parts.join('\n\n')}\n`, hits }
}

/** One paragraph, now and then a heading or a list, wrapped as people wrap text. */
function written(sentences, format, index, next, pick) {
  const heading = index % 12 === 0 ? `${pick(HEADINGS)} ${index / 12 + 1}` : undefined
  const isList = next() < 0.15
  const body = isList
    ? sentences.map((sentence) => `- ${sentence}`).join('\n')
    : wrap(marked(sentences, format, next).join(' '))
  if (heading === undefined) return body
  return format === 'md' ? `## ${heading}\n\n${body}` : `${heading.toUpperCase()}\n\n${body}`
}

/** In Markdown, some emphasis and links; never in or beside the words that are looked for. */
function marked(sentences, format, next) {
  if (format !== 'md' || next() > 0.3) return sentences
  return sentences.map((sentence) =>
    PLAIN.includes(sentence) && next() < 0.3
      ? sentence.replace(/(\w+)\.$/, next() < 0.5 ? '*$1*.' : '[$1](https://example.org/page).')
      : sentence,
  )
}

/** Breaks lines, but never within a term: most linters look for their words on one line. */
function wrap(text, width = 100) {
  const whole = Object.keys(TERMS).reduce(
    (joined, term) =>
      joined.replaceAll(new RegExp(term, 'gi'), (found) => found.replace(' ', '\0')),
    text,
  )
  const lines = []
  let line = ''
  for (const word of whole.split(' ')) {
    if (line && line.length + word.length >= width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line].join('\n').replaceAll('\0', ' ')
}
