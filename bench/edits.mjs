// Measures how long the engine takes to check a text again after one character was changed, in milliseconds.
// `npm run build && node bench/edits.mjs`; options: --edits N (200), --length CHARACTERS (200000).
import { parseArgs } from 'node:util'
import { VFile } from 'vfile'
import { catalogue, lint, resolveSettings } from '../dist/index.js'
import { random } from './corpus.mjs'
import { HEAD, printRow, textsOf } from './latency.mjs'

/** The most that the median and the 95th percentile may be: milliseconds. */
const TARGETS = [4, 12]

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '200' },
    length: { type: 'string', default: '200000' },
  },
})
const length = Number(values.length)
const settings = resolveSettings({}, catalogue)

/** Checks a text: how many findings it has, and how long that took. */
async function timed(value) {
  const start = performance.now()
  const { messages } = await lint(new VFile({ path: 'draft.md', value }), settings)
  return { findings: messages.length, time: performance.now() - start }
}

console.log(HEAD)
let missed = false
for (const [name, whole] of Object.entries(textsOf(length))) {
  const next = random(7)
  let text = whole
  const { time: first } = await timed(text)
  const times = []
  let findings = 0
  for (let edit = 0; edit < Number(values.edits); edit++) {
    const at = Math.floor(next() * text.length)
    text = text.slice(0, at) + 'aeiou t'[edit % 7] + text.slice(at)
    const checked = await timed(text)
    findings = checked.findings
    times.push(checked.time)
  }
  const { median, high } = printRow(name, { findings, first, times })
  missed ||= median > TARGETS[0] || high > TARGETS[1]
}
const [median, high] = TARGETS
const target = `the target of ${median} ms (median) and ${high} ms (95th percentile)`
console.log(missed ? `Above ${target}.` : `Within ${target}.`)
