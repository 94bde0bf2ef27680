// Looks for regular expressions of src whose time grows exponentially or with the cube of a text: npm run regexps.
// Needs what test/clients/package.json names. Those built by RegExp() while a module loads are not looked at.
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { transform } from 'esbuild'

const require = createRequire('/tmp/rc/package.json')
const { check } = require('recheck')
const { tokenizer } = require('acorn')

/** How long one expression is looked at: milliseconds. */
const PATIENCE = 2000

const counts = { safe: 0, quadratic: 0, unknown: 0, grave: 0 }
for (const path of await readdir('src/context', { recursive: true })) {
  if (!path.endsWith('.ts') || path.endsWith('.d.ts')) continue
  const source = await readFile(join('src/context', path), 'utf8')
  const { code } = await transform(source, { loader: 'ts' })
  const literals = [...tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' })]
    .filter(({ type }) => type.label === 'regexp')
    .map(({ value }) => value)
  for (const { pattern, flags } of literals) {
    const verdict = await judge(pattern, flags)
    counts[verdict.kind] += 1
    if (verdict.kind === 'grave') {
      console.log(`src/${path}: ${verdict.why}: /${pattern}/${flags}\n  slow on ${verdict.attack}`)
    }
  }
}
console.log(counts)
process.exitCode = counts.grave > 0 ? 1 : 0

async function judge(pattern, flags) {
  const { status, complexity, attack } = await check(pattern, flags.replace(/[dv]/g, ''), {
    timeout: PATIENCE,
  })
  if (status !== 'vulnerable') return { kind: status }
  const { type, degree = 0, summary } = complexity
  const isGrave = type === 'exponential' || degree > 2
  return isGrave ? { kind: 'grave', why: summary, attack: attack.pattern } : { kind: 'quadratic' }
}
