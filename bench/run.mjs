// `npm run bench`: measures Fairdraft and other linters side by side on generated text, and writes bench/results.md.
// Options: --runs N (3), --limit SECONDS (60), --only NAME, --case NAME (both may be repeated).
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generate } from './corpus.mjs'
import { targetRows } from './targets.mjs'
import { configure, TOOLS } from './tools.mjs'

const KB = 1000
const MB = 1000 * KB

/** What is measured: texts of one kind, in one file or many. */
const CASES = ['sparse', 'dense'].flatMap((density) =>
  ['md', 'txt'].flatMap((format) => [
    { name: `${density} ${format} 10 KB`, density, format, length: 10 * KB },
    { name: `${density} ${format} 200 KB`, density, format, length: 200 * KB },
    { name: `${density} ${format} 1 MB`, density, format, length: MB },
    { name: `${density} ${format} 10 MB`, density, format, length: 10 * MB },
    ...(density === 'sparse'
      ? [{ name: `${density} ${format} 500 files`, density, format, length: 22 * KB, files: 500 }]
      : []),
  ]),
)

const COMMAND = [
  'node bench/run.mjs',
  ...process.argv.slice(2).map((word) => (/ /.test(word) ? `'${word}'` : word)),
].join(' ')

/** What is measured by programs of its own. */
const OTHERS = ['edits.mjs', 'lsp.mjs', 'annotate.mjs', 'page.mjs']

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    limit: { type: 'string', default: '60' },
    only: { type: 'string', multiple: true },
    case: { type: 'string', multiple: true },
  },
})
const runs = Number(values.runs)
const limit = Number(values.limit)
const tools = TOOLS.filter(({ name, floor }) => floor || (values.only?.includes(name) ?? true))
const cases = CASES.filter(({ name }) => values.case?.some((part) => name.includes(part)) ?? true)

const [load = 0] = loadavg()
const folder = await mkdtemp(join(tmpdir(), 'fairdraft-bench-'))
const results = []
try {
  await configure(folder)
  for (const one of cases) results.push(await measureCase(one))
} finally {
  await rm(folder, { recursive: true })
}
const path = new URL('results.md', import.meta.url)
await writeFile(path, report(results))
console.log(`\nWritten to ${path.pathname}`)

async function measureCase({ name, density, format, length, files = 1 }) {
  const texts = Array.from({ length: files }, (_, at) =>
    generate({ length, density, format, seed: at + 1 }),
  )
  const names = texts.map((_, at) => join('texts', `${at}.${format}`))
  await rm(join(folder, 'texts'), { recursive: true, force: true })
  await mkdir(join(folder, 'texts'))
  for (const [at, { text }] of texts.entries()) await writeFile(join(folder, names[at]), text)
  const hits = texts.reduce((sum, text) => sum + text.hits, 0)
  const size = texts.reduce((sum, { text }) => sum + text.length, 0)
  console.log(`\n${name}: ${size} characters, ${hits} terms`)
  const able = tools.filter(
    ({ formats, cases }) => (formats?.includes(format) ?? true) && (cases?.includes(name) ?? true),
  )
  let peak = 0
  const times = new Map(able.map((tool) => [tool.name, []]))
  const slow = new Set()
  // One round after another, so that a busy moment of the machine meets all tools alike.
  for (let round = 0; round < runs; round++) {
    for (const tool of able) {
      if (slow.has(tool.name)) continue
      const ran = run(tool, names, hits)
      if (ran === undefined) slow.add(tool.name)
      else times.get(tool.name).push(ran.time)
      if (tool.name === 'fairdraft') peak = Math.max(peak, ran?.peak ?? 0)
    }
  }
  const medians = new Map(
    [...times].map(([tool, all]) => [tool, slow.has(tool) ? undefined : median(all)]),
  )
  for (const [tool, time] of medians) console.log(`  ${tool.padEnd(30)} ${shown(time)}`)
  return { name, size, hits, medians, peak, limit }
}

/** Seconds that one run takes, and its memory in MB if it says so; nothing if it takes too long. Throws if it does not find what it must. */
function run(tool, names, hits) {
  const [command, ...args] = tool.command
  const start = process.hrtime.bigint()
  const { stdout, stderr, error } = spawnSync(
    command,
    [...args, ...(tool.floor && tool.name === 'node -e 0' ? [] : names)],
    {
      cwd: folder,
      encoding: 'utf8',
      // Ours is measured to its end.
      ...(tool.name.startsWith('fairdraft') ? {} : { timeout: limit * 1000 }),
      maxBuffer: 1 << 30,
    },
  )
  const time = Number(process.hrtime.bigint() - start) / 1e9
  if (error?.code === 'ETIMEDOUT') return undefined
  if (error) throw error
  const found = tool.count(tool.stderr ? `${stdout}\n${stderr}` : stdout)
  if (tool.exact ? found !== hits : found === 0 && !tool.floor) {
    throw new Error(
      `${tool.name} found ${found} of ${hits}; what it measures is not the work it should do\n${`${stdout}${stderr}`.slice(0, 2000)}`,
    )
  }
  return { time, peak: Number(/peak (\d+)$/.exec(stderr)?.[1] ?? 0) / 1024 }
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

function shown(seconds) {
  if (seconds === undefined) return `> ${limit} s`
  return seconds < 10 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`
}

function printedBy(name) {
  const path = fileURLToPath(new URL(name, import.meta.url))
  const { stdout, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' })
  return stdout.trim() || `It did not run: ${/^\w*Error: .*/m.exec(stderr)?.[0] ?? stderr}`
}

function report(all) {
  const names = tools.map(({ name }) => name)
  const rows = all.map(({ name, size, hits, medians, peak }) => {
    const own = medians.get('fairdraft')
    const cells = names.map((tool) => {
      if (!medians.has(tool)) return '–'
      const time = medians.get(tool)
      const times =
        time !== undefined && own && tool !== 'fairdraft' ? ` (${(time / own).toFixed(1)} ×)` : ''
      return `${shown(time)}${times}`
    })
    const speed = own ? `${(size / MB / own).toFixed(2)}` : '–'
    return `| ${[name, hits, ...cells, speed, peak.toFixed(0)].join(' | ')} |`
  })
  const head = ['text', 'terms in it', ...names, 'fairdraft, MB/s', 'its memory, MB']
  return [
    '# Fairdraft and other linters on the same texts',
    '',
    `Written by \`${COMMAND}\`, the last step of \`npm run bench\` (${runs} runs each, medians of whole processes, one round of all tools after another) with Node ${process.version} on ${cpus().length} cores, of which ${load.toFixed(1)} were busy with other work when it began. In brackets: how many times Fairdraft’s time. Fairdraft runs all its rules and packs; the others look for the terms of \`bench/corpus.mjs\`, or, where they take no terms (alex, equality, write-good, Harper), for what they know. A run of another tool that takes more than ${limit} s is stopped. Every run’s findings are counted: one that misses a term fails the benchmark.`,
    '',
    `| ${head.join(' | ')} |`,
    `| ${head.map((_, at) => (at === 0 ? '---' : '---:')).join(' | ')} |`,
    ...rows,
    '',
    '## What was to be reached',
    '',
    'Medians of the table above. Work without a clock is counted by `node bench/work.mjs`, which `npm test` holds to limits.',
    '',
    '| | target | measured | |',
    '| --- | ---: | ---: | --- |',
    ...targetRows(all),
    '',
    '## Editors, Word and the page',
    '',
    ...OTHERS.flatMap((name) => [`\`node bench/${name}\``, '', '```', printedBy(name), '```', '']),
  ].join('\n')
}
