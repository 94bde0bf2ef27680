// Fuzzes every target, or those named, each in a process that is watched: npm run fuzz -- --seconds 60 [TARGET …]
import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
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
  },
  allowPositionals: true,
})

/** A text that takes longer than this hangs. */
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
else console.error(`Failed: ${failures.join(', ')}; the texts are in ${folder}`)
process.exitCode = failures.length > 0 ? 1 : 0

function fuzz(name) {
  const { seconds, seed } = values
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=1024', program, name, seconds, seed, folder],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const trial = join(folder, `${name}.trial`)
  let out = ''
  let error = ''
  child.stdout.on('data', (text) => (out += text))
  child.stderr.on('data', (text) => (error += text))
  let hung = false
  const watch = setInterval(async () => {
    const began = (await stat(trial).catch(() => undefined))?.mtimeMs ?? Date.now()
    if (Date.now() - began < PATIENCE) return
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

async function targetNames() {
  const { stdout } = await promisify(execFile)(process.execPath, [program])
  return JSON.parse(stdout)
}
