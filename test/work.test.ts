import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/**
 * How often a block of code runs for each character at most, and by how much the work for ten times the text may
 * grow. Counts, not times: they are the same on every machine. Lower them when the work gets less.
 */
const LIMITS: { readonly [shape: string]: readonly [perCharacter: number, growth: number] } = {
  'sparse Markdown': [14.5, 11.5],
  'dense Markdown': [34, 11.5],
  'sparse text': [18, 11],
  'dense text': [37.5, 11],
  // Words that may show a sense are looked for in the whole line, for each of the eight wordings in it: few have two.
  'one long line': [56, 11.5],
  'list items': [11.2, 11],
  'short paragraphs': [12.5, 11],
  'a paragraph of law in Markdown': [62, 11.5],
  'a paragraph of law in HTML': [83, 11.5],
  'a paragraph of penalties in Markdown': [89, 11.5],
  'a paragraph of penalties in HTML': [115, 11.5],
  'a paragraph of Acts in Markdown': [29, 11.5],
  'a paragraph of Acts in HTML': [57, 11.5],
  'a paragraph of commitments in Markdown': [51, 11.5],
  'a paragraph of commitments in HTML': [77, 11.5],
  'a paragraph of definitions in Markdown': [67, 11.5],
  'a paragraph of definitions in HTML': [92, 11.5],
}

/** The share of the work of a first check that one more letter makes at most; most of it is reading the file. */
const SHARES: { readonly [shape: string]: number } = {
  'one letter more in sparse Markdown': 0.37,
  'one letter more in dense Markdown': 0.26,
}

test('the work for a text grows no faster than the text, and is no more than it was', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['bench/work.mjs'])
  const work: { [shape: string]: { perCharacter: number; growth: number; share: number } } =
    JSON.parse(stdout)
  for (const [shape, most] of Object.entries(SHARES)) {
    const why = `${shape}: something asks more of the document than it needs, see src/remember.ts`
    expect(work[shape]?.share, why).toBeLessThan(most)
  }
  for (const [shape, [most, growth]] of Object.entries(LIMITS)) {
    const why = `${shape}: see what runs so often with \`node bench/work.mjs\`, which counts blocks of dist/`
    expect(work[shape]?.perCharacter, why).toBeLessThan(most)
    expect(work[shape]?.growth, why).toBeLessThan(growth)
  }
}, 120_000)
