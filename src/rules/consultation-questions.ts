import type { Block } from '../blocks.ts'
import type { Document } from '../document.ts'
import { type Answer, answersTo, faultsOf } from '../questions.ts'
import { defineRule } from '../rule.ts'

const QUESTIONS = `1. Do you agree with the opening hours? (max 20 words)
2. What would closing the reading room mean for pupils? Please provide evidence.
`

/** Finds questions of a consultation that a response does not answer, or not as was asked. */
export const consultationQuestions = defineRule(
  {
    id: 'consultation-questions',
    title: 'Question of the consultation',
    about:
      'With `--questions`, compares a response with the questions that it answers: which are never mentioned, which have a number and no answer, where an answer is longer than allowed, and where evidence is asked for and no source is cited. An answer is found by its number (“Question 3”, “Q3”) or by the question repeated above it. Headings, notes and the question itself do not count as words.',
    severity: 'warning',
    whole: true,
    parts: [
      { id: 'missing', title: 'A question that is never mentioned' },
      { id: 'empty', title: 'A question without an answer under it' },
      { id: 'over-limit', title: 'An answer that is longer than allowed' },
      { id: 'no-evidence', title: 'An answer without the evidence asked for' },
      { id: 'touched', title: 'A subject that comes up under another heading' },
    ],
    contexts: {
      quotation: 'flag',
      attributed: 'flag',
      'scare-quotes': 'flag',
      mention: 'flag',
      title: 'flag',
      name: 'flag',
      statute: 'flag',
      negated: 'flag',
      address: 'flag',
    },
    examples: {
      flag: [
        {
          questions: QUESTIONS,
          text: '# Our response\n\n## Question 1\n\nYes, we do.\n\n## Annex\n\nThe roof leaks.\n',
          found: ['Question 1'],
        },
        {
          questions: QUESTIONS,
          text: '## Question 1\n\nYes.\n\n## Question 2\n\nThey would lose a quiet place.\n',
          found: ['Question 2'],
        },
      ],
      pass: [
        {
          questions: QUESTIONS,
          text: '## Question 1\n\nYes.\n\n## Question 2\n\nSixty pupils a day would lose a quiet place (library survey, 2026).\n',
        },
        { text: '## Question 1\n\nA text that answers no consultation.' },
      ],
    },
  },
  (document, tell, { questions }) => {
    if (!questions) return
    const answers = answersTo(document, questions)
    for (const [index, answer] of answers.entries()) {
      const faults = answer.status === 'touched' ? ['touched' as const] : faultsOf(answer)
      const block = answer.block ?? nearest(document, answers.slice(0, index))
      if (!block) continue
      for (const fault of faults) {
        tell({
          block,
          start: 0,
          end: Math.min(block.text.length, LONGEST),
          ruleId: `consultation-questions/${fault}`,
          severity: fault === 'touched' ? 'suggestion' : 'warning',
          reason: REASONS[fault](answer),
          note: `The question: ${answer.question.text.replace(/\s+/g, ' ')}`,
        })
      }
    }
  },
)

/** The most of a block that is shown as the place of a finding. */
const LONGEST = 120

/** The answer before one that is missing, or the beginning of the text. */
function nearest({ blocks }: Document, before: readonly Answer[]): Block | undefined {
  return before.findLast(({ block }) => block)?.block ?? blocks[0]
}

/** The beginning of a question, enough to know it by. */
function briefly(text: string): string {
  const flat = text.trim().replace(/\s+/g, ' ')
  return flat.length <= KNOWN_BY ? flat : `${flat.slice(0, KNOWN_BY).replace(/\s\S*$/, '')} …`
}

const KNOWN_BY = 60

const REASONS = {
  missing: ({ question }: Answer) =>
    `Question ${question.id} (“${briefly(question.text)}”) is never mentioned. Answer it, or say that you do not.`,
  empty: ({ question }: Answer) =>
    `Question ${question.id} has no answer under it. Answer it, or say that you do not.`,
  'over-limit': (answer: Answer) => {
    const { most, unit } = answer.question.limit ?? { most: 0, unit: 'words' }
    return `The answer to question ${answer.question.id} has ${answer[unit]} ${unit}, and ${most} are allowed. Cut ${answer[unit] - most}.`
  },
  'no-evidence': ({ question }: Answer) =>
    `Question ${question.id} asks for evidence, and its answer cites none. Name a source, or say that you have none.`,
  touched: ({ question }: Answer) =>
    `No answer is marked as that to question ${question.id}, though its subject comes up here. Put the number above the answer.`,
} as const
