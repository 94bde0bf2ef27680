// What the rules about whole documents cost: a document of 200 pages with and without them. Build first: it runs what is
// in dist/. Prints the median of the ratios and exits with 1 above the limit.
import { readdirSync, readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { catalogue, lint, resolveSettings } from '../dist/index.js'

const RULES = [
  'missing-coverage',
  'unsupported-statistic',
  'unevidenced-assurance',
  'neutrality-disclaimer',
  'one-sided-sources',
  'inconsistent-terminology',
  'undefined-abbreviation',
  'commitment-without-date-or-owner',
  'consultation-questions',
]
const LIMIT = 1.3
const PAGES = 200
const WORDS_A_PAGE = 500
const ROUNDS = 9

const all = resolveSettings({ extends: ['recommended'] }, catalogue)
const withRules = all
const without = { ...all, rules: all.rules.filter(({ rule }) => !RULES.includes(rule.meta.id)) }
let runs = 0
let length = 0

const ratios = []
for (let round = 0; round <= ROUNDS; round++) {
  // The order changes from round to round, so that neither side always comes to a warm machine.
  const sides = round % 2 === 0 ? [without, withRules] : [withRules, without]
  const times = new Map()
  for (const settings of sides) times.set(settings, await time(settings))
  if (round > 0) ratios.push(times.get(withRules) / times.get(without))
}
ratios.sort((a, b) => a - b)
const median = ratios[(ratios.length - 1) / 2]
const range = `${ratios[0].toFixed(2)}–${ratios.at(-1).toFixed(2)}`
console.log(
  `whole-document rules: ${median.toFixed(2)} × (${range}, ${ROUNDS} rounds, ${PAGES} pages, ${length} characters; limit ${LIMIT})`,
)
process.exitCode = median > LIMIT ? 1 : 0

async function time(settings) {
  const text = longDocument(PAGES * WORDS_A_PAGE, runs++)
  length = text.length
  const file = new VFile({ path: 'long.md', value: text })
  // Time of the processor, not of the clock: other work on the machine must not count.
  const before = process.cpuUsage()
  await lint(file, settings)
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/**
 * Paragraphs of labelled documents under numbered headings, in an order that is the same at every run. Each paragraph
 * carries a number of its own: what is remembered of texts met before must not count, since a user checks a new one.
 */
function longDocument(words, run) {
  const folder = 'test/labelled/documents/'
  const paragraphs = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => readFileSync(folder + name, 'utf8').split(/\n\s*\n/))
    .filter((paragraph) => !paragraph.startsWith('#'))
  let seed = 1
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed
  }
  const parts = ['# A long strategy']
  for (let count = 0, section = 0; count < words; section++) {
    parts.push(`## ${section + 1}. Section ${section + 1}`)
    for (let line = 0; line < 6; line++) {
      const paragraph = paragraphs[next() % paragraphs.length].replace(
        /\d+/g,
        (n) => `${Number(n) + section}`,
      )
      parts.push(`${paragraph} See note ${run}/${parts.length}.`)
      count += paragraph.split(/\s+/).length
    }
  }
  return parts.join('\n\n')
}
