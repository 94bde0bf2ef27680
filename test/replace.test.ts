import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fit, type Slot } from '../src/replace.ts'
import type { Wording } from '../src/types/terms.ts'
import { wordAt, wordsOf } from '../src/words.ts'

interface Case {
  text: string
  as: Slot
  with: string[]
  expected: string[]
}

interface List {
  wordings: Record<string, Wording>
  cases: Case[]
}

const read = (name: string): List =>
  parse(readFileSync(new URL(`labelled/${name}.yml`, import.meta.url), 'utf8'))

const list = read('replacements')

/** The sentences that come out when each offered wording is put in. */
function sentencesOf(item: Case): string[] {
  const start = item.text.indexOf('[')
  const end = item.text.indexOf(']') - 1
  const text = item.text.replace(/[[\]]/g, '')
  const words = wordsOf(text)
  const match = { start, end, first: wordAt(words, start), last: wordAt(words, end) }
  const wordings = item.with.map((name) => list.wordings[name] ?? name)
  const found = fit(words, match, item.as, wordings)
  return found.expected.map((each) => text.slice(0, found.start) + each + text.slice(found.end))
}

describe('replacements', () => {
  it.each(list.cases)('$text as $as', (item) => {
    expect(sentencesOf(item)).toEqual(item.expected)
  })
})
