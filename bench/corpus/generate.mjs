// Writes documents, one JSON object a line: `node bench/corpus/generate.mjs [count] [seed] > corpus.ndjson`.
// The same count and seed give the same bytes on every machine.
import { once } from 'node:events'
import process from 'node:process'

const [count = '20000', seed = '1'] = process.argv.slice(2)

const BODIES = ['The council', 'The force', 'Our partnership', 'The board', 'The working group']
const VERBS = ['reviewed', 'commissioned', 'published', 'withdrew', 'extended', 'questioned']
const OBJECTS = [
  'the licensing policy',
  'a training day',
  'two outreach posts',
  'its housing offer',
]
const TIMES = ['in March', 'last autumn', 'by 1 September', 'within ten working days', 'in 2024']
const SAID = [
  'sex workers told the review that they rarely report',
  'the primary aim of a visit to a brothel is to build trust',
  'adult services websites have robust measures in place',
  'service users said that the new office is hard to reach',
  'the homeless were moved on from the underpass',
  'research shows that most victims never come forward',
  'keeping a brothel used for prostitution (section 33A) is a summary-only offence',
  'section 33A of the Sexual Offences Act 1956 is triable either way',
  'illegal immigrants were held at the port',
  'the figure for domestic abuse rose by 12 per cent',
  'she committed suicide after the hearing',
  'the term “sex work” is used for clarity',
  'élèves, naïve façades and 👩🏽‍🚒 are spelt with care',
]

/** Numbers from 0 to 1, always the same for a seed (mulberry32, public domain). */
function createRandom(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const random = createRandom(Number(seed))
const pick = (list) => list[Math.floor(random() * list.length)]
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1)

function sentence() {
  if (random() < 0.7) return `${pick(BODIES)} ${pick(VERBS)} ${pick(OBJECTS)} ${pick(TIMES)}.`
  if (random() < 0.2) return `“${capitalised(pick(SAID))},” one witness wrote.`
  return `${capitalised(pick(SAID))}.`
}

function paragraph() {
  const sentences = Array.from({ length: 1 + Math.floor(random() * 3) }, sentence)
  return sentences.join(random() < 0.3 ? '\n' : ' ')
}

function list() {
  return Array.from({ length: 3 }, () => `- ${sentence()}`).join('\n')
}

function documentOf(number) {
  const parts = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, part) => {
    const heading = part % 3 === 0 ? [`## Part ${part / 3 + 1}: ${pick(OBJECTS)}`] : []
    return [...heading, random() < 0.2 ? list() : paragraph()].join('\n\n')
  })
  const path = `draft-${number}.${random() < 0.8 ? 'md' : 'txt'}`
  return { id: number, path, text: `# Draft ${number}\n\n${parts.join('\n\n')}\n` }
}

for (let number = 1; number <= Number(count); number++) {
  const line = `${JSON.stringify(documentOf(number))}\n`
  if (!process.stdout.write(line)) await once(process.stdout, 'drain')
}
