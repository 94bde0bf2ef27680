/** `--fix` is safe: nothing protected changes, nothing else moves, and a second run has nothing to do. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, editsOf } from '../src/fix.ts'
import { catalogue } from '../src/index.ts'
import { isUndisputed } from '../src/terms/positions.ts'
import { lintText } from './support.ts'

async function fixed(text: string): Promise<string> {
  const file = await lintText(text, 'draft.md', { extends: ['recommended'] })
  return applyEdits(text, editsOf(file))
}

describe('what is replaced', () => {
  test.each([
    ['He committed suicide in 2019.', 'He died by suicide in 2019.'],
    ['The handicapped were not asked.', 'Disabled people were not asked.'],
    ['Two disabled toilets are shut.', 'Two accessible toilets are shut.'],
    ['REVENGE PORN IS A CRIME', 'INTIMATE IMAGE ABUSE IS A CRIME'],
  ])('%s', async (text, expected) => expect(await fixed(text)).toBe(expected))
})

describe('what is left as it is', () => {
  test.each([
    'She said: “He committed suicide in 2019.”',
    'The term ‘handicapped’ is out of date.',
    '> He committed suicide in 2019.',
    'The report, *The Handicapped in Britain*, is from 1961.',
    'Run `committed suicide` or see https://example.org/the-handicapped for more.',
    'He committed *suicide* in 2019.',
    'We met sex workers.',
    'Coroners said that he committed suicide.',
  ])('%s', async (text) => expect(await fixed(text)).toBe(text))
})

test('only terms that nobody holds on to are replaced', () => {
  const terms = catalogue.packs.flatMap(({ pack }) =>
    pack.terms.filter(({ swappable }) => swappable),
  )
  expect(terms.length).toBeGreaterThan(0)
  const disputed = terms.filter((term) => !isUndisputed(term))
  expect(
    disputed.map(({ id }) => id),
    'take swappable away',
  ).toEqual([])
})

const WORDS = [
  'committed suicide',
  'commit suicide',
  'the handicapped',
  'handicapped people',
  'disabled toilets',
  'a disabled toilet',
  'revenge porn',
]
const words = fc.constantFrom(...WORDS, ...WORDS.map((text) => text.toUpperCase()))
const filler = fc.constantFrom(
  'The council met.',
  'Officers wrote to residents 😀.',
  'R&amp;D went on.',
  'It was late.',
)

/** Passages in which the words are somebody else’s, or no words at all. */
const shelter = fc.constantFrom<(text: string) => string>(
  (text) => `The minister said: “It is a matter of ${text} and of nothing else.”`,
  (text) => `She wrote, "It is a matter of ${text} and of nothing else."`,
  (text) => `He told us: ‘It is a matter of ${text} and of nothing else.’`,
  (text) => `> It is a matter of ${text}.`,
  (text) => `The term “${text}” is discussed below.`,
  (text) => `It is \`${text}\` in code.`,
  (text) => `See <https://example.org/${text.replaceAll(' ', '-')}>.`,
  (text) => `\`\`\`\n${text}\n\`\`\``,
)
const protectedPart = fc
  .tuple(shelter, words)
  .map(([wrap, text]) => ({ text: wrap(text), kept: true }))
const openPart = fc
  .tuple(filler, words, filler)
  .map(([a, text, b]) => ({ text: `${a} This is about ${text}. ${b}`, kept: false }))
const plainPart = filler.map((text) => ({ text, kept: true }))
const draft = fc.array(fc.oneof(protectedPart, openPart, plainPart), {
  minLength: 1,
  maxLength: 12,
})

/** `FAIRDRAFT_RUNS=10000 npx vitest run test/fix.test.ts` runs them longer. */
const numRuns = Number(process.env.FAIRDRAFT_RUNS ?? 1000)

test('no byte of anything protected changes, and a second run changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(draft, async (parts) => {
      const text = parts.map((part) => part.text).join('\n\n')
      const once = await fixed(text)
      const after = once.split('\n\n')
      const before = text.split('\n\n')
      expect(after).toHaveLength(before.length)
      for (const part of parts.filter(({ kept }) => kept)) {
        for (const piece of part.text.split('\n\n')) expect(after).toContain(piece)
      }
      expect(await fixed(once)).toBe(once)
      const open = parts.filter(({ kept }) => !kept).length
      if (open > 0) expect(once).not.toBe(text)
    }),
    { numRuns },
  )
}, 600_000)

test('what is not replaced stays where it is: edits apply from places alone', async () => {
  await fc.assert(
    fc.asyncProperty(draft, async (parts) => {
      const text = parts.map((part) => part.text).join('\n\n')
      const file = await lintText(text, 'draft.md', { extends: ['recommended'] })
      const edits = editsOf(file)
      let rest = text
      for (const edit of edits.toReversed()) {
        rest = rest.slice(0, edit.start) + '\u0000'.repeat(edit.text.length) + rest.slice(edit.end)
      }
      const once = applyEdits(text, edits)
      expect([...once].length).toBe([...rest].length)
      for (const [index, unit] of [...rest].entries()) {
        if (unit !== '\u0000') expect([...once][index]).toBe(unit)
      }
    }),
    { numRuns: Math.min(numRuns, 200) },
  )
}, 600_000)
