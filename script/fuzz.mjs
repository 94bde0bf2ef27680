// Fuzzes every target, or those named, each in a process that is watched: npm run fuzz -- --seconds 60 [TARGET …]
// A text that failed is tried again, alone, by: npm run fuzz -- --trial FILE TARGET
import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs, promisify } from 'node:util'
import { build } from 'esbuild'
import { embed } from './embed.mjs'

const { values, positionals } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    trial: { type: 'string', default: '' },
  },
  allowPositionals: true,
})

/** A text that takes longer than this hangs: milliseconds of the processor's time, where Linux tells it. */
const PATIENCE = 30_000

const folder = await mkdtemp(join(tmpdir(), 'fairdraft-fuzz-'))
const program = 'node_modules/.cache/fairdraft-fuzz/main.mjs'
await build({
  entryPoints: ['fuzz/main.ts'],
  outfile: program,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  plugins: [embed()],
})

const names = positionals.length > 0 ? positionals : await targetNames()
const failures = []
for (const name of names) {
  const outcome = await fuzz(name)
  console.log(outcome)
  if (outcome.failure) failures.push(name)
}
if (failures.length === 0) await rm(folder, { recursive: true })
else {
  const again = failures.map(
    (name) => `npm run fuzz -- --trial ${join(folder, `${name}.trial`)} ${name}`,
  )
  console.error(`Try the texts that failed again, and make a test of each:\n${again.join('\n')}`)
}
process.exitCode = failures.length > 0 ? 1 : 0

function fuzz(name) {
  const { seconds, seed, trial: again } = values
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=1024', program, name, seconds, seed, folder, again],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const trial = join(folder, `${name}.trial`)
  let out = ''
  let error = ''
  child.stdout.on('data', (text) => (out += text))
  child.stderr.on('data', (text) => (error += text))
  let hung = false
  let began = { text: 0, time: 0 }
  const watch = setInterval(async () => {
    const text = (await stat(trial).catch(() => undefined))?.mtimeMs ?? 0
    const time = await timeOf(child.pid)
    if (text !== began.text) began = { text, time }
    if (time - began.time < PATIENCE) return
    hung = true
    child.kill('SIGKILL')
  }, 1000)
  return new Promise((done) => {
    child.on('close', (status) => {
      clearInterval(watch)
      if (status === 0) done({ ...JSON.parse(out), seed })
      else done({ target: name, seed, failure: hung ? 'hung' : error.slice(-3000), trial })
    })
  })
}

/** How long a process has run: a busy machine lets it wait, which is no fault of the text. */
async function timeOf(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (stat === undefined) return Date.now()
  const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number)
  return (user + system) * 10
}

async function targetNames() {
  const { stdout } = await promisify(execFile)(process.execPath, [program])
  return JSON.parse(stdout)
}
