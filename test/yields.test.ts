/** Of a rule and a term that find the same words, the one that says it better speaks. */
import { expect, test } from 'vitest'
import { catalogue, mistakesIn } from '../src/index.ts'
import { found, lintText } from './support.ts'

test('a mistake of law speaks for the term that its words are', async () => {
  const text = 'Keeping a brothel used for prostitution (section 33A) is a summary-only offence.'
  expect(found(await lintText(text))).toEqual(['offence-classification: a summary-only'])
})

test('the term speaks where the rule has nothing to say of its words', async () => {
  const file = await lintText('Officers have full discretion over the brothel.')
  expect(found(file)).toContain('prostitution/discretion: Officers have full discretion')
})

test('a rule that does not exist is a mistake, with the nearest that does', () => {
  const [pack] = catalogue.packs.filter((one) => one.pack.pack === 'prostitution')
  const [term] = pack?.pack.terms ?? []
  if (!pack || !term) throw new Error('the pack prostitution is empty')
  const wrong = { ...pack.pack, terms: [{ ...term, yields: ['offence-clasification'] }] }
  expect(mistakesIn(wrong, catalogue).map(({ reason }) => reason)).toContain(
    `${term.id}: no rule has the id "offence-clasification" (did you mean "offence-classification"?)`,
  )
})
