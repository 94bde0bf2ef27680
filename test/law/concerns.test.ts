/** The rules of law look only at blocks that `concerns` names: whatever they find in any other is lost in a check. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createDocument } from '../../src/document.ts'
import { shippedReaders } from '../../src/law/shipped.ts'
import { readMarkdown } from '../../src/readers/markdown.ts'
import { readText } from '../../src/readers/text.ts'
import { rules } from '../../src/rules/index.ts'

interface Passage {
  readonly text: string
  readonly as?: 'md' | 'txt'
}

const SETS = ['law.yml', 'law-fresh.yml', 'law-practice.yml', 'law-drafts.yml']
const looks = rules.flatMap((rule) => {
  const look = rule.look({})
  return 'inBlock' in look && look.where ? [{ id: rule.meta.id, look }] : []
})

/** What rules find in blocks that they do not look at. */
function lost({ text, as }: Passage): string[] {
  const document = createDocument((as === 'txt' ? readText : readMarkdown)(text).blocks)
  return document.blocks.flatMap((block) =>
    looks
      .filter(({ look }) => !look.where?.(document, block))
      .flatMap(({ id, look }) => look.inBlock(document, block).map(() => `${id}: ${block.text}`)),
  )
}

const CURE = 'name in `concerns` of src/law/shipped.ts what these cannot be found without'

test('these rules wait for it', () => {
  const { concerns } = shippedReaders()
  const waiting = looks.filter(({ look }) => look.where === concerns).map(({ id }) => id)
  expect(waiting).toEqual([
    'offence-classification',
    'offence-penalty',
    'repealed-provision',
    'citation-mismatch',
    'jurisdiction',
    'police-power',
    'time-limit',
    'definition',
  ])
})

test.each(SETS)('nothing is lost of the labelled passages of %s', (name) => {
  const labelled: { wrong: Passage[]; right: Passage[] } = parse(
    readFileSync(`test/labelled/${name}`, 'utf8'),
  )
  expect([...labelled.wrong, ...labelled.right].flatMap(lost), CURE).toEqual([])
})

test('nothing is lost of the examples of rules', () => {
  const examples = rules.flatMap(({ meta }) => [...meta.examples.flag, ...meta.examples.pass])
  expect(examples.flatMap(lost), CURE).toEqual([])
})
