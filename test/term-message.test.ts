/** What messages say of people: never more than a source does. */
import { expect, test } from 'vitest'
import { noteOf, reasonOf } from '../src/terms/message.ts'
import type { Knowledge } from '../src/terms/positions.ts'
import type { Position, Term } from '../src/types/terms.ts'

const knowledge: Knowledge = {
  viewpoints: {
    editors: { name: 'Editors', short: 'editors', about: 'They advise.' },
    readers: { name: 'Readers', short: 'readers', about: 'They advise too.' },
    statutes: { name: 'Statutes', short: 'statutes', about: 'They are law.', cited: 'usage' },
  },
  sources: { guide: { title: 'Guide', url: 'https://www.example.org/guide' } },
}

function position(
  viewpoint: string,
  stance: Position['stance'],
  basis: Position['basis'] = 'direct',
): Position {
  return { viewpoint, stance, basis, why: 'A reason.', source: 'guide', read: 'seen' }
}

function termOf(positions: Position[]): Term {
  return {
    id: 'old-den',
    title: 'old den (of a fox)',
    kind: 'other',
    since: '0.1.0',
    summary: 'It is old.',
    forms: [{ one: 'old den', many: 'old dens' }, { one: 'ancient den' }],
    positions,
    examples: { flag: [], pass: [] },
  }
}

const say = (positions: Position[], words = 'old den', viewpoints: string[] = []) =>
  reasonOf(termOf(positions), words, [], viewpoints, knowledge)

test('a source that speaks of the title speaks of every form of it', () => {
  const avoid = [position('editors', 'avoid')]
  expect(say(avoid)).toBe('Editors avoid “old den”. It is old.')
  expect(say(avoid, "Old dens'")).toBe("Editors avoid “Old dens'”. It is old.")
})

test('it need not speak of another wording', () => {
  expect(say([position('editors', 'avoid')], 'ancient den')).toBe(
    'Editors avoid wording like “ancient den”. It is old.',
  )
  expect(say([position('editors', 'avoid'), position('readers', 'prefer')], 'ancient den')).toBe(
    'Wording like “ancient den” is disputed: editors avoid it; readers prefer it.',
  )
})

test('whoever is cited for usage uses words and neither avoids nor prefers them', () => {
  expect(say([position('statutes', 'avoid')])).toBe(
    'Statutes use other words than “old den”. It is old.',
  )
  expect(say([position('editors', 'avoid'), position('statutes', 'prefer')])).toBe(
    '“old den” is disputed: editors avoid it; statutes use it.',
  )
  expect(say([position('statutes', 'avoid')], 'old den', ['statutes'])).toBe(
    'Statutes use other words than “old den”. A reason.',
  )
})

test('an inference is called one, and nobody is named if there is nothing else', () => {
  const inferred = [position('editors', 'avoid', 'inferred')]
  expect(say(inferred)).toBe('Reconsider “old den”. It is old.')
  expect(say([...inferred, position('readers', 'prefer')])).toBe(
    '“old den” is disputed: readers prefer it; by our inference, editors would avoid it.',
  )
  expect(say(inferred, 'old den', ['editors'])).toBe(
    'By our inference, editors would avoid “old den”. It is old.',
  )
  expect(noteOf(termOf(inferred), knowledge)).toMatch(
    /^Our inference from .* they would avoid it\./m,
  )
})

test('members who contradict one another differ', () => {
  const both = [position('editors', 'avoid'), position('editors', 'prefer')]
  expect(say(both)).toBe('“old den” is disputed: editors differ among themselves.')
})
