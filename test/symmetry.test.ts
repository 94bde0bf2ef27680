/** No side's vocabulary is left alone because of whose it is. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { severityOf } from '../src/index.ts'
import { found, lintText } from './support.ts'

interface Passages {
  passages: { side: string; text: string; from: string[] }[]
  own: Record<string, string[]>
  balanced: { about: string; text: string }[]
}

const { passages, own, balanced }: Passages = parse(
  readFileSync(new URL('labelled/symmetry.yml', import.meta.url), 'utf8'),
)

const lintUnder = (preset: string, text: string) =>
  lintText(text, 'draft.md', { extends: [preset] })

test('there are enough passages, and as many of one side as of the other', () => {
  expect(passages.length).toBeGreaterThanOrEqual(40)
  expect(of('abolitionist').length).toBe(of('rights-based').length)
})

describe.each(passages)('$side: $text', ({ text, from }) => {
  test.each(['recommended', ...from])('%s finds something', async (preset) => {
    expect(found(await lintUnder(preset, text))).not.toEqual([])
  })
})

test('the default finds as much in one side’s words as in the other’s, and as grave', async () => {
  const [one, other] = await Promise.all([weigh('abolitionist'), weigh('rights-based')])
  for (const weight of ['findings', 'warnings'] as const) {
    const [less = 0, more = 0] = [one[weight], other[weight]].sort((a, b) => a - b)
    expect(less / more, `${weight}: ${one[weight]} and ${other[weight]}`).toBeGreaterThan(0.8)
  }
})

describe.each(Object.entries(own))('preset %s', (preset, texts) => {
  test.each(texts)('leaves its own side’s words alone: %s', async (text) => {
    expect(found(await lintUnder(preset, text))).toEqual([])
  })
})

describe.each(balanced)('a balanced text, $about', ({ text }) => {
  test('draws no more than a suggestion', async () => {
    const { messages } = await lintUnder('recommended', text)
    expect(messages.filter((message) => severityOf(message) !== 'suggestion')).toEqual([])
    expect(messages.length, messages.map(String).join('\n')).toBeLessThan(2)
  })
})

function of(side: string) {
  return passages.filter((passage) => passage.side === side)
}

/** How much the default says of one side’s passages. */
async function weigh(side: string) {
  const files = await Promise.all(of(side).map(({ text }) => lintUnder('recommended', text)))
  const messages = files.flatMap((file) => file.messages)
  return {
    findings: messages.length,
    warnings: messages.filter((message) => severityOf(message) === 'warning').length,
  }
}
