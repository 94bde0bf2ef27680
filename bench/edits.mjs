// Measures how long the engine takes to check a text again after one character was changed: milliseconds of CPU.
// `npm run build && node bench/edits.mjs`; options: --edits N (60), --length CHARACTERS (200000).
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { VFile } from 'vfile'
import { catalogue, lint, resolveSettings } from '../dist/index.js'
import { generate, random } from './corpus.mjs'

/** The most that the median and the 95th percentile may be: milliseconds. */
const TARGETS = [4, 12]

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '60' },
    length: { type: 'string', default: '200000' },
  },
})
const length = Number(values.length)
const settings = resolveSettings({}, catalogue)

/** A text on the subject itself: every paragraph has findings, many of them of law. */
function onTheSubject() {
  const path = fileURLToPath(new URL('../examples/force-guidance.md', import.meta.url))
  const example = readFileSync(path, 'utf8')
  return `${example}\n`.repeat(Math.ceil(length / example.length)).slice(0, length)
}

const TEXTS = {
  sparse: generate({ length, density: 'sparse' }).text,
  dense: generate({ length, density: 'dense' }).text,
  'on the subject': onTheSubject(),
}

/** Checks a text: how many findings it has, and how long that took. */
async function timed(value) {
  const before = process.cpuUsage()
  const { messages } = await lint(new VFile({ path: 'draft.md', value }), settings)
  const { user, system } = process.cpuUsage(before)
  return { findings: messages.length, time: (user + system) / 1000 }
}

console.log(
  'text            findings   first   median   95th percentile   slowest   (milliseconds)',
)
let missed = false
for (const [name, whole] of Object.entries(TEXTS)) {
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
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  const columns = [first, at(0.5), at(0.95), sorted.at(-1)].map((time) => time.toFixed(1))
  const widths = [8, 9, 18, 10]
  const figures = columns.map((column, index) => column.padStart(widths[index])).join('')
  console.log(`${name.padEnd(16)}${String(findings).padStart(8)}${figures}`)
  missed ||= at(0.5) > TARGETS[0] || at(0.95) > TARGETS[1]
}
const [median, high] = TARGETS
const target = `the target of ${median} ms (median) and ${high} ms (95th percentile)`
console.log(missed ? `Above ${target}.` : `Within ${target}.`)
