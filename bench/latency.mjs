// What is measured of a text of 200 KB that changes by one letter: the texts, and the row that is printed for each.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generate } from './corpus.mjs'

export const HEAD =
  'text            findings   first   median   95th percentile   slowest   (milliseconds)'

/** Texts of a length by what stands in them. On the subject: every paragraph has findings, many of them of law. */
export function textsOf(length) {
  const path = fileURLToPath(new URL('../examples/force-guidance.md', import.meta.url))
  const example = `${readFileSync(path, 'utf8')}\n`
  return {
    sparse: generate({ length, density: 'sparse' }).text,
    dense: generate({ length, density: 'dense' }).text,
    'on the subject': example.repeat(Math.ceil(length / example.length)).slice(0, length),
  }
}

/** Prints the row of a text, and gives its median and 95th percentile: milliseconds. */
export function printRow(name, { findings, first, times }) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  const columns = [first, at(0.5), at(0.95), sorted.at(-1)].map((time) => time.toFixed(1))
  const widths = [8, 9, 18, 10]
  const figures = columns.map((column, index) => column.padStart(widths[index])).join('')
  console.log(`${name.padEnd(16)}${String(findings).padStart(8)}${figures}`)
  return { median: at(0.5), high: at(0.95) }
}
