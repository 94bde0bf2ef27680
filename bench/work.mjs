// Counts the work of the built library without a clock: how often each block of its code runs, as V8 counts it for
// coverage. The same input gives the same counts on any machine. `node bench/work.mjs` prints them as JSON.
import { Session } from 'node:inspector/promises'
import { VFile } from 'vfile'
import { catalogue, lint, resolveSettings } from '../dist/index.js'
import { generate } from './corpus.mjs'

const KB = 1000

/** Inputs of one shape in two sizes, the second ten times the first. */
const SHAPES = {
  'sparse Markdown': (size) => fresh({ length: size, density: 'sparse', format: 'md' }),
  'dense Markdown': (size) => fresh({ length: size, density: 'dense', format: 'md' }),
  'sparse text': (size) => fresh({ length: size, density: 'sparse', format: 'txt' }),
  'dense text': (size) => fresh({ length: size, density: 'dense', format: 'txt' }),
  'one long line': (size) => fresh({ length: size, density: 'sparse' }).replace(/\s+/g, ' '),
  'list items': (size) => '- A plain item of a few words.\n'.repeat(size / 31),
  'short paragraphs': (size) => 'Nothing to see here.\n\n'.repeat(size / 22),
  ...inMarkdownAndHtml({
    law: (name) => `in ${name} section 33A of the Sexual Offences Act 1956 is summary only and `,
    penalties: (name) => `in ${name} the maximum penalty for s.33A SOA 1956 is 14 years, `,
    Acts: (name) => `the ${name} Thing Act 1956 and `,
    commitments: (name) => `We will publish plan ${name}. `,
    definitions: (name) => `"term ${name}" means sex work in this Act; `,
  }),
}

/** One paragraph of many sentences or clauses of a kind, each with a name of its own: none is remembered. */
function inMarkdownAndHtml(kinds) {
  const shapes = {}
  let named = 0
  for (const [kind, make] of Object.entries(kinds)) {
    const paragraph = (size) => {
      let text = ''
      while (text.length < size) text += make(nameOf(named++))
      return text.slice(0, size)
    }
    shapes[`a paragraph of ${kind} in Markdown`] = paragraph
    shapes[`a paragraph of ${kind} in HTML`] = (size) => `<p>${paragraph(size)}</p>`
  }
  return shapes
}

/** A name of six capitals for each number. */
function nameOf(number) {
  return String(100_000 + number).replace(/\d/g, (digit) => String.fromCharCode(65 + Number(digit)))
}

const SMALL = 20 * KB
/** One short text that was drawn has more markup than another: so many are counted. */
const SAMPLES = 5

let seed = 1
/** A text of which nothing is remembered from the one before. */
function fresh(wanted) {
  return generate({ ...wanted, seed: seed++ }).text
}

const settings = resolveSettings({}, catalogue)
const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/** How often blocks of code run when a text is checked. */
async function workOf(value, path) {
  await session.post('Profiler.takePreciseCoverage')
  await lint(new VFile({ path, value }), settings)
  const { result } = await session.post('Profiler.takePreciseCoverage')
  return result
    .filter(({ url }) => url.includes('/dist/'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0)
}

// The first text pays for what is made once.
for (const text of ['sparse', 'dense']) {
  await workOf(fresh({ length: SMALL, density: text }), 'first.md')
}
const report = {}
for (const [shape, make] of Object.entries(SHAPES)) {
  const path = `draft.${shape.endsWith('HTML') ? 'html' : shape.endsWith('text') ? 'txt' : 'md'}`
  const samples = /^(?:sparse|dense)/.test(shape) ? SAMPLES : 1
  let small = 0
  for (let sample = 0; sample < samples; sample++) {
    small += (await workOf(make(SMALL), path)) / samples
  }
  const large = await workOf(make(10 * SMALL), path)
  report[shape] = { perCharacter: small / SMALL, growth: large / small }
}
for (const density of ['sparse', 'dense']) {
  const text = fresh({ length: 10 * SMALL, density })
  const first = await workOf(text, 'draft.md')
  const at = text.indexOf('. ', text.length / 2)
  const again = await workOf(`${text.slice(0, at)}s${text.slice(at)}`, 'draft.md')
  report[`one letter more in ${density} Markdown`] = { share: again / first }
}
console.log(JSON.stringify(report, null, 2))
