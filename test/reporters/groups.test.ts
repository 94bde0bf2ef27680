/** Where the findings of one term are said to stand. */
import { VFileMessage } from 'vfile-message'
import { expect, test } from 'vitest'
import type { Location } from '../../src/finding.ts'
import { moreOf } from '../../src/reporters/groups.ts'

const point = { line: 1, column: 1, offset: 0 }

function found(location: Location): VFileMessage {
  const message = new VFileMessage('Found', { start: point, end: point })
  return Object.assign(message, { location, actual: 'sex workers' })
}

test.each<[Location[], string]>([
  [[{ paragraph: 4 }, { paragraph: 9 }, { paragraph: 9 }], 'paragraphs 4, 9'],
  [[{ paragraph: 4 }], 'paragraph 4'],
  [[{ paragraph: 4 }, { part: 'footnote', paragraph: 2 }], 'paragraph 4; footnote, paragraph 2'],
  [
    [
      { page: 3, line: 4 },
      { page: 7, line: 1 },
    ],
    'page 3, line 4; page 7, line 1',
  ],
])('%j: %s', (locations, places) => {
  const first = found({ paragraph: 1 })
  const all = [first, ...locations.map(found)]
  expect(moreOf({ first, all })).toBe(`and ${locations.length} more (${places})`)
})
