import type { Notice } from '../blocks.ts'

/** What to say of the charts, diagrams and embedded sheets of a document, whose words are not read. */
export function objectNotices(count: number): Notice[] {
  if (count === 0) return []
  const [what, them] =
    count === 1
      ? ['a chart, diagram or sheet', 'it']
      : [`${count} charts, diagrams or sheets`, 'them']
  return [
    {
      id: 'object-unread',
      severity: 'suggestion',
      reason: `This document holds ${what} whose words were not checked. Read ${them} yourself.`,
    },
  ]
}
