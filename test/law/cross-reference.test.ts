/** References inside a clause of a Bill: right, wrong, or not to be told. */
import { expect, test } from 'vitest'
import { lintText } from '../support.ts'

const clause = (...lines: string[]) =>
  lines.map((line, index) => `(${index + 1}) ${line}`).join('\n')

async function references(text: string) {
  const file = await lintText(text)
  return file.messages
    .filter(({ ruleId }) => ruleId === 'citation-mismatch')
    .map(({ actual, expected }) => [actual, ...(expected ?? [])])
}

test('regulations under a subsection that makes none belong to the one that does', async () => {
  const text = clause(
    'A keeper must be registered.',
    'The Minister may make regulations about registers.',
    'Regulations made under subsection (1) may provide for fees.',
  )
  expect(await references(text)).toEqual([
    ['Regulations made under subsection (1)', 'Regulations made under subsection (2)'],
  ])
})

test.each([
  [
    'it is right',
    clause('The Minister may make regulations.', 'Regulations under subsection (1) may say more.'),
  ],
  [
    'two subsections make regulations',
    clause(
      'A keeper must be registered.',
      'The Minister may make regulations about keepers.',
      'The Scottish Ministers may make regulations about keepers.',
      'Regulations under subsection (1) may say more.',
    ),
  ],
  ['no such clause is in the text', 'Regulations under subsection (5) are awaited.'],
  ['it is a section of an Act', clause('A section 1a of the Act is meant.', 'No more.')],
])('left alone: %s', async (_, text) => expect(await references(text)).toEqual([]))

test('a paragraph is cited in brackets', async () => {
  const text =
    '(1) It is an offence—\n(a) to keep no list, or\n(b) to publish none.\n(2) In subsection 1b a list is any list.'
  expect(await references(text)).toEqual([['subsection 1b', 'subsection (1)(b)']])
})
