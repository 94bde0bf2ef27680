/** The questions of a consultation, and which of them a response answers. */
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { createDocument } from '../src/document.ts'
import { answersTo, faultsOf, questionsIn } from '../src/questions.ts'
import { readMarkdown } from '../src/readers/markdown.ts'
import { readText } from '../src/readers/text.ts'
import { checklistOf } from '../src/reporters/checklist.ts'

function documentOf(text: string, path = 'text.md') {
  const read = path.endsWith('.txt') ? readText : readMarkdown
  return createDocument(read(text).blocks)
}

function ask(text: string, path?: string) {
  return questionsIn(documentOf(text, path))
}

/** "1 answered, 2 missing": the id and status of each answer. */
function statuses(questions: string, response: string, path?: string): string[] {
  return answersTo(documentOf(response, path), ask(questions)).map(
    ({ question, status }) => `${question.id} ${status}`,
  )
}

describe('questions are found', () => {
  test('as a numbered list, with limits and requests for evidence of their own', () => {
    const found = ask(`# Consultation

Answers may have up to 250 words each.

1. Do you agree with the name of the scheme?
2. What would it cost you? Please provide evidence. (max 1,000 words)
   - in the first year
   - later
3. Please describe anything that is missing.
`)
    expect(found.map(({ id, limit, evidence }) => ({ id, limit, evidence }))).toEqual([
      { id: '1', limit: { most: 250, unit: 'words' }, evidence: false },
      { id: '2', limit: { most: 1000, unit: 'words' }, evidence: true },
      { id: '3', limit: { most: 250, unit: 'words' }, evidence: false },
    ])
    expect(found[1]?.text).toContain('in the first year')
  })

  test('by the word question, under headings, with what is said below them', () => {
    const found = ask(`## Question 1: Opening hours

Are the hours right? (maximum of 300 words)

## Question 2a

Who would lose? Give your sources.

## How to reply

1. By post
2. By email
`)
    expect(found.map(({ id, limit, evidence }) => [id, limit?.most, evidence])).toEqual([
      ['1', 300, false],
      ['2a', undefined, true],
    ])
  })

  test('in plain text, and in running prose', () => {
    const text = `QUESTIONS

Q1. Is the charge fair? Word limit: 200.

Q2. Who should pay it?
`
    expect(ask(text, 'questions.txt').map(({ id, limit }) => [id, limit?.most])).toEqual([
      ['1', 200],
      ['2', undefined],
    ])
    expect(ask('Is it fair?\n\nIt began in May.\n\nWho pays?').map(({ id }) => id)).toEqual([
      '1',
      '2',
    ])
  })

  test('and nothing else', () => {
    expect(ask('# Guidance\n\n1. Knock.\n2. Wait.')).toEqual([])
  })
})

const QUESTIONS = `1. Do you agree that the library should close on Mondays?
2. What would longer loans mean for schools?
3. Should overdue charges be abolished?
4. Is there anything else?
`

describe('answers are found', () => {
  test('by number, whatever the form', () => {
    const forms = [
      '## Question 1\n\nYes.\n\n## Question 2\n\nA lot.\n\n## Question 3\n\nNo.\n\n## Question 4\n\nNo.',
      'Q1. Yes.\n\nQ2. A lot.\n\nQ3. No.\n\nQ4. No.',
      '**Our answer to question 1:** Yes.\n\n**Question 2** A lot.\n\n**Question 3** No.\n\n**Question 4** No.',
      '## 1. Mondays\n\nYes.\n\n## 2. Loans\n\nA lot.\n\n## 3. Charges\n\nNo.\n\n## 4. Other\n\nNo.',
      '1. Yes.\n2. A lot.\n3. No.\n4. No.',
      'Q1 and Q2: Yes, a lot.\n\n## Questions 3 to 4\n\nNo.',
    ]
    for (const form of forms) {
      const expected = ['1 answered', '2 answered', '3 answered', '4 answered']
      expect(statuses(QUESTIONS, form), form).toEqual(expected)
    }
  })

  test('by the question repeated above them', () => {
    const response = `*Do you agree that the library should close on Mondays?*

Yes, if it opens on Sundays.

*Should overdue charges be abolished?*

They should.
`
    expect(statuses(QUESTIONS, response)).toEqual([
      '1 answered',
      '2 missing',
      '3 answered',
      '4 missing',
    ])
  })

  test('or are missing, empty, declined, or only touched on', () => {
    const response = `# Reply

Teachers told us that longer loans help schools which share a set of books.

## Question 1

## Question 3

We have no comment.
`
    expect(statuses(QUESTIONS, response)).toEqual([
      '1 empty',
      '2 touched',
      '3 declined',
      '4 missing',
    ])
  })

  test('and end where the next heading of their rank begins', () => {
    const [first] = answersTo(
      documentOf('## Question 1\n\nOne two three.\n\n### Detail\n\nFour five.\n\n## Annex\n\nSix.'),
      ask('1. Do you agree with the name?'),
    )
    expect(first?.words).toBe(5)
  })

  test('without the question, headings and notes among their words', () => {
    const [first] = answersTo(
      documentOf(
        '## Question 1\n\nDo you agree with the new name?\n\nWe do.[^1]\n\n[^1]: Minutes of May 2026.',
      ),
      ask('1. Do you agree with the new name?'),
    )
    expect(first).toMatchObject({ words: 2, cites: true })
  })
})

test('limits and evidence are judged only where they are asked for', () => {
  const questions = ask('1. Fair? (max 3 words)\n2. Who pays? Please provide evidence.\n3. When?')
  const faults = (response: string) =>
    answersTo(documentOf(response), questions).map((answer) => faultsOf(answer))
  expect(faults('Q1. It is very fair.\n\nQ2. Everybody does.\n\nQ3. At once.')).toEqual([
    ['over-limit'],
    ['no-evidence'],
    [],
  ])
  expect(faults('Q1. It is.\n\nQ2. Everybody does (Smith, 2024).\n\nQ3. At once.')).toEqual([
    [],
    [],
    [],
  ])
  expect(faults('Questions 1 to 3: it is fair, everybody pays (Smith, 2024) at once.')).toEqual([
    [],
    [],
    [],
  ])
})

test('a limit in characters counts them with their spaces, and neither number nor heading', () => {
  const questions = ask('1. Fair? Maximum 2,000 characters.\n2. When? (character limit: 10)')
  expect(questions.map(({ limit }) => limit)).toEqual([
    { most: 2000, unit: 'characters' },
    { most: 10, unit: 'characters' },
  ])
  const answers = answersTo(documentOf('Q1. It is.\n\nQ2. At  once,\nif you can.'), questions)
  expect(answers.map(({ characters }) => characters)).toEqual([6, 20])
  expect(answers.map(faultsOf)).toEqual([[], ['over-limit']])
  expect(checklistOf(new VFile({ path: 'reply.md' }), answers)[2]).toContain(
    'answered in 20 characters of 10 allowed: too long',
  )
})

test('the checklist says ready or not, and why', () => {
  const lines = (response: string) => {
    const file = new VFile({ path: 'reply.md' })
    return checklistOf(file, answersTo(documentOf(response), ask(QUESTIONS)))
  }
  expect(lines('1. Yes.\n2. A lot.\n3. No.\n4. No.').at(-1)).toBe('Ready to send.')
  expect(lines('## Question 1\n\nYes.\n\n## Question 2\n\nA lot.')).toEqual([
    'Questions of the consultation',
    '  ✓ Question 1  answered in 1 word',
    '  ✓ Question 2  answered in 2 words',
    '  ✗ Question 3  never mentioned',
    '  ✗ Question 4  never mentioned',
    'Not ready: 2 questions are never mentioned.',
  ])
})
