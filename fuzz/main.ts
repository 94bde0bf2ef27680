/**
 * Fuzzes one target for a while, in a process of its own: `TARGET SECONDS SEED FOLDER`; without a target, prints
 * the names of all. The text under trial is kept in FOLDER, so that whoever started this finds it there after a
 * hang or a crash. With a file of such a text behind FOLDER, only that is tried.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { watchCoverage } from './coverage.ts'
import { createRandom } from './random.ts'
import { targets } from './targets.ts'

const [name, seconds = '10', seed = '1', folder = '.', again] = process.argv.slice(2)
if (name === undefined) {
  process.stdout.write(JSON.stringify(Object.keys(targets)))
  process.exit()
}
const target = targets[name]
if (!target) throw new Error(`unknown target ${name}; known: ${Object.keys(targets).join(', ')}`)

if (again) {
  await target.attempt(JSON.parse(readFileSync(again, 'utf8')), folder)
  process.stdout.write(JSON.stringify({ target: name, runs: 1, kept: 0 }), () => process.exit())
  await new Promise(() => {})
}

const texts = target.seeds()
const trial = join(folder, `${name}.trial`)
const random = createRandom(Number(seed))
const coverage = await watchCoverage()
const BETWEEN_LOOKS = 20

for (const text of texts) await attempt(text)
await coverage.news()
const until = Date.now() + Number(seconds) * 1000
const first = texts.length
let recent: string[] = []
let runs = 0
while (Date.now() < until) {
  const text = target.mutate(random.pick(texts), random.pick(texts), random)
  await attempt(text)
  recent.push(text)
  runs += 1
  if (recent.length < BETWEEN_LOOKS) continue
  if ((await coverage.news()) > 0) texts.push(random.pick(recent))
  recent = []
}
process.stdout.write(
  `${JSON.stringify({ target: name, runs, kept: texts.length - first })}\n`,
  () => process.exit(),
)

async function attempt(text: string): Promise<void> {
  writeFileSync(trial, JSON.stringify(text))
  await target?.attempt(text, folder)
}
