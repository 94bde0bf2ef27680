/** The end of a report on a consultation response: question by question, then whether it is ready, and why not. */
import type { VFile } from 'vfile'
import { severityOf } from '../finding.ts'
import { type Answer, type Fault, faultsOf } from '../questions.ts'

/** The lines of a checklist: one a question, and one that says ready or not, and why. */
export function checklistOf(file: VFile, answers: readonly Answer[]): string[] {
  const width = Math.max(...answers.map(({ question }) => question.id.length))
  const lines = answers.map((answer) => {
    const sign = faultsOf(answer).length > 0 ? '✗' : answer.status === 'touched' ? '?' : '✓'
    return `  ${sign} Question ${answer.question.id.padEnd(width)}  ${sayAnswer(answer)}`
  })
  return ['Questions of the consultation', ...lines, sayReady(file, answers)]
}

function sayAnswer(answer: Answer): string {
  const { question, status, shared } = answer
  if (status === 'missing') return 'never mentioned'
  if (status === 'empty') return 'its number is there, and no answer'
  if (status === 'declined') return 'no answer, and the response says so'
  if (status === 'touched') return 'no answer is marked as its own, though the subject comes up'
  const faults = faultsOf(answer)
  const length = `answered in ${sayLength(answer)}`
  const over = faults.includes('over-limit') ? ': too long' : ''
  const together = shared ? ', together with others' : ''
  const asked = question.evidence
    ? faults.includes('no-evidence')
      ? '; evidence is asked for and none is cited'
      : '; evidence is cited'
    : ''
  return `${length}${over}${together}${asked}`
}

function sayLength(answer: Answer): string {
  const { words, shared, question } = answer
  if (!question.limit || shared) return words === 1 ? '1 word' : `${words} words`
  const { most, unit } = question.limit
  return `${answer[unit]} ${unit} of ${most} allowed`
}

const FAULTS: readonly (readonly [fault: Fault, one: string, many: string])[] = [
  ['missing', 'question is never mentioned', 'questions are never mentioned'],
  ['empty', 'question has a number and no answer', 'questions have a number and no answer'],
  ['over-limit', 'answer is too long', 'answers are too long'],
  ['no-evidence', 'answer lacks the evidence asked for', 'answers lack the evidence asked for'],
]

/** "Ready." or "Not ready: …": faults of answers, and errors and warnings of any other rule. */
function sayReady(file: VFile, answers: readonly Answer[]): string {
  const faults = answers.flatMap(faultsOf)
  const others = file.messages
    .filter(({ ruleId }) => !ruleId?.startsWith('consultation-questions'))
    .map(severityOf)
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  const reasons = [
    ...FAULTS.flatMap(([fault, one, many]) =>
      counted(faults.filter((found) => found === fault).length, one, many),
    ),
    ...counted(others.filter((found) => found === 'error').length, 'error', 'errors'),
    ...counted(others.filter((found) => found === 'warning').length, 'warning', 'warnings'),
  ]
  const unmarked = answers.filter(({ status }) => status === 'touched').length
  const note = counted(
    unmarked,
    'answer is not marked as such: check that it is there',
    'answers are not marked as such: check that they are there',
  ).map((text) => ` ${text}.`)
  return `${reasons.length === 0 ? 'Ready to send.' : `Not ready: ${reasons.join('; ')}.`}${note.join('')}`
}
