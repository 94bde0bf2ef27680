/** Names of known bodies with a slip in one word. */
import { expect, test } from 'vitest'
import { data } from '../src/data.ts'
import { found, lintText } from './support.ts'

test('no known name is a slip for another', async () => {
  const names = data.names.organisations ?? []
  const file = await lintText(names.map((name) => `They wrote to ${name}.`).join('\n\n'))
  expect(found(file).filter((line) => line.startsWith('citation-mismatch'))).toEqual([])
})

test.each([
  ['The Crown Persecution Service replied.', ['citation-mismatch: Crown Persecution Service']],
  ['Two Youth Offending Teams replied.', []],
  ['The International Labour Organisation replied.', []],
  ['The Police Federation of England, and Whales, replied.', []],
])('%s', async (text, expected) => {
  expect(found(await lintText(text)).filter((line) => line.startsWith('citation'))).toEqual(
    expected,
  )
})
