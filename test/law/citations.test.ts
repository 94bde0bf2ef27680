/** Citations as texts write them: see test/labelled/citations.txt. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createDocument } from '../../src/document.ts'
import { type Citation, createCitationReader } from '../../src/law/cite/citation.ts'
import { readText } from '../../src/readers/text.ts'
import { registry } from './law.ts'

const read = createCitationReader(registry)
const variants = readFileSync('test/labelled/citations.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(/ => ?/))

function show({ place, acts }: Citation): string {
  const { kind, number, to, subsection, within } = place
  const own = `${kind} ${number}${to ? `-${to}` : ''}${subsection ? `:${subsection}` : ''}`
  const whole = within ? `${own} in ${within.kind} ${within.number}` : own
  return `${whole} ${acts.length > 0 ? acts.join('|') : '?'}`
}

function cited(text: string): string {
  const document = createDocument(readText(text).blocks)
  return document.blocks.flatMap((block) => read(document)(block).citations.map(show)).join('; ')
}

test('there are enough of them', () => {
  expect(variants.length).toBeGreaterThanOrEqual(300)
})

test.each(variants)('%s', (text = '', expected = '') => {
  expect(cited(text)).toBe(expected)
})
