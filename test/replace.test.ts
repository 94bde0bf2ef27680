import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { wordAt, wordsOf } from '../src/match/words.ts'
import { type Fit, fit, formsOf, type Slot } from '../src/replace.ts'
import type { Wording } from '../src/types/terms.ts'

interface Case {
  text: string
  as: Slot
  with: string[]
  expected: string[]
  also?: string[]
}

interface List {
  wordings: Record<string, Wording>
  cases: Case[]
}

const read = (name: string): List =>
  parse(readFileSync(new URL(`labelled/${name}.yml`, import.meta.url), 'utf8'))

const list = read('replacements')
const unseen = read('replacements-unseen')
const wordings = { ...list.wordings, ...unseen.wordings }

/** The text without the brackets around its found words, and what is offered for them. */
function fitted(marked: string, slot: Slot, offered: readonly Wording[]): Fit & { text: string } {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const text = marked.replace(/[[\]]/g, '')
  const words = wordsOf(text)
  const match = { start, end, first: wordAt(words, start), last: wordAt(words, end) }
  return { ...fit(words, match, slot, offered), text }
}

const sentencesOf = ({ text, start, end, expected }: ReturnType<typeof fitted>): string[] =>
  expected.map((each) => text.slice(0, start) + each + text.slice(end))

function resultOf(item: Case): string[] {
  const offered = item.with.map((name) => {
    const wording = wordings[name]
    if (wording === undefined) throw new Error(`No wording ${name}`)
    return wording
  })
  return sentencesOf(fitted(item.text, item.as, offered))
}

/** How many replacements are offered, how many of them are labelled as good, and how many were wished for. */
function measure({ cases }: List) {
  const sum = { offered: 0, good: 0, wished: 0, found: 0 }
  for (const item of cases) {
    const result = resultOf(item)
    const good = [...item.expected, ...(item.also ?? [])]
    sum.offered += result.length
    sum.good += result.filter((sentence) => good.includes(sentence)).length
    sum.wished += item.expected.length
    sum.found += item.expected.filter((sentence) => result.includes(sentence)).length
  }
  return sum
}

function report(name: string, source: List): number {
  const { offered, good, wished, found } = measure(source)
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`
  console.log(
    `${name}: ${source.cases.length} sentences; ${good} of ${offered} offered are grammatical ` +
      `(${percent(good, offered)}); ${found} of ${wished} wished for are offered (${percent(found, wished)})`,
  )
  return good / offered
}

describe('the labelled list', () => {
  it.each(list.cases)('$text as $as', (item) => {
    expect(resultOf(item)).toEqual(item.expected)
  })

  it('is grammatical throughout', () => {
    expect(report('labelled', list)).toBe(1)
  })
})

describe('the unseen list', () => {
  it('is grammatical in at least 95 of 100', () => {
    expect(report('unseen', unseen)).toBeGreaterThanOrEqual(0.95)
  })
})

describe('formsOf', () => {
  it('gives a string the slot of any', () => {
    expect(formsOf('robust')).toEqual([['any', 'robust']])
  })

  it('leaves the preposition out', () => {
    const wording = { one: 'person', many: 'people', preposition: 'for' }
    expect(formsOf(wording)).toEqual([
      ['one', 'person'],
      ['many', 'people'],
    ])
  })
})

const words = (list: string) => fc.constantFrom(...list.split('|'))
const before = words(
  '|The |A |An |Some |These |No |Her |the city’s |We support |told |of a |an |Two |(|“|‘|Not all |It is |clients’ and |for |Women |male |a “|\n',
)
const found = words(
  'sex worker|Sex Workers|SEX WORKERS|escort|sex-work|elderly|used prostitutes|prostitute',
)
const after = words(
  '| project|s’ safety|’s account| who| who were| that had|-led group| and client| policy is| harms women| needs|.|’|’ and clients’ rights|(s)| of the year|/client| women| works| \uFFFC',
)
const slots = fc.constantFrom<Slot>(
  'one',
  'many',
  'mass',
  'base',
  's',
  'ing',
  'past',
  'participle',
  'modifier',
  'any',
)
const offers = fc.subarray(Object.values(wordings))
const noise = fc.oneof(
  fc.constant(''),
  words('Officers |met | yesterday| in Leeds|, and|: '),
  fc.string({ maxLength: 6 }),
)
const sentence = fc
  .tuple(noise, before, found, after, noise)
  .map(([first, left, middle, right, last]) => `${first}${left}[${middle}]${right}${last}`)
  .filter((text) => text.split(/[[\]]/).length === 3)

describe('every replacement', () => {
  const check = (test: (result: ReturnType<typeof fitted>, found: string) => void) =>
    fc.assert(
      fc.property(sentence, slots, offers, (text, slot, offered) =>
        test(fitted(text, slot, offered), text.slice(text.indexOf('[') + 1, text.indexOf(']'))),
      ),
      { numRuns: 1000, examples: [['0-A [sex worker] met', 'any', ['a person with diabetes']]] },
    )

  it('takes in the found words and stays inside the text', () => {
    check(({ start, end, text }, words) => {
      expect(text.slice(start, end)).toContain(words)
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeLessThanOrEqual(text.length)
    })
  })

  it('changes something, is offered once, and there are five at most', () => {
    check(({ start, end, text, expected }) => {
      expect(expected).not.toContain(text.slice(start, end))
      expect(new Set(expected).size).toBe(expected.length)
      expect(expected.length).toBeLessThanOrEqual(5)
    })
  })

  it('doubles no article and no space', () => {
    const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
    check((result) => {
      for (const each of sentencesOf(result)) {
        for (const pattern of [
          /(?<![\p{L}\p{N}'’])(?:an?|the) (?:an?|the)(?!\p{L})/giu,
          / {2}/g,
          / [.,’]/g,
        ]) {
          expect(count(each, pattern)).toBeLessThanOrEqual(count(result.text, pattern))
        }
      }
    })
  })

  it('leaves a capital where the sentence began with one', () => {
    check((result) => {
      if (!/^\p{Lu}/u.test(result.text)) return
      for (const each of sentencesOf(result)) expect(each).toMatch(/^\p{Lu}/u)
    })
  })

  it('finds room for the same wording again nowhere', () => {
    check(({ text, start, end, expected }) => {
      const key = text.slice(0, start).toLowerCase()
      for (const each of expected) {
        expect(key.endsWith(`${each.toLowerCase()} and `)).toBe(false)
        expect(text.slice(end).toLowerCase().startsWith(` ${each.toLowerCase()} `)).toBe(false)
      }
    })
  })
})
