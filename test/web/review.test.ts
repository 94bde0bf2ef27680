import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogue, resolveSettings, stretchOf } from '../../src/index.ts'
import { groupKey } from '../../src/reporters/groups.ts'
import { draw } from '../../web/draw.ts'
import {
  type Decision,
  decide,
  openFindings,
  type Review,
  replacementsIn,
  revisedText,
  undo,
} from '../../web/review.ts'
import { lintText } from '../support.ts'

const TEXT = 'The force met sex workers. Sex workers said so. Officers must not use sex workers.\n'

async function reviewOf(text = TEXT): Promise<Review> {
  const config = { extends: ['recommended'] }
  const file = await lintText(text, 'draft.md', config)
  return { file, settings: resolveSettings(config, catalogue), decisions: [] }
}

/** Every decision that a reader could make on a review. */
function decisionsOn({ file }: Review): Decision[] {
  return file.messages.flatMap((message): Decision[] => {
    const place = stretchOf(message)
    const replacements = (message.expected ?? []).flatMap((wording): Decision[] =>
      place ? [{ kind: 'replace', place, wording }] : [],
    )
    return [...replacements, { kind: 'keep', group: groupKey(message) }]
  })
}

test('a replacement changes its place and nothing else', async () => {
  const review = await reviewOf()
  const message = review.file.messages.find(({ expected }) => expected?.length)
  const place = message && stretchOf(message)
  const wording = message?.expected?.[0]
  if (!place || wording === undefined) throw new Error('the text offers no wording')
  const changed = decide(review, { kind: 'replace', place, wording })
  expect(revisedText(changed)).toBe(TEXT.slice(0, place.start) + wording + TEXT.slice(place.end))
  expect(openFindings(changed)).not.toContain(message)
  expect(draw(changed).document).toContain(`<ins>${wording}</ins>`)
})

test('what is kept as written is no longer shown, everywhere', async () => {
  const review = await reviewOf()
  const [message] = review.file.messages
  if (!message) throw new Error('nothing found')
  const kept = decide(review, { kind: 'keep', group: groupKey(message) })
  expect(openFindings(kept).map(groupKey)).not.toContain(groupKey(message))
  expect(revisedText(kept)).toBe(TEXT)
})

test('whatever is decided: replacements never touch, and undoing everything gives the text back', async () => {
  const review = await reviewOf()
  const all = decisionsOn(review)
  expect(all.length).toBeGreaterThan(3)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...all), { maxLength: 12 }), (decisions) => {
      let current = decisions.reduce(decide, review)
      const places = replacementsIn(current).map(({ place }) => place)
      for (const [index, place] of places.entries()) {
        expect(place.start).toBeGreaterThanOrEqual(places[index - 1]?.end ?? 0)
      }
      while (current.decisions.length > 0) current = undo(current)
      expect(revisedText(current)).toBe(TEXT)
    }),
  )
})
