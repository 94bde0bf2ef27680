/** What the packs and presets say must agree with itself. */
import { describe, expect, test } from 'vitest'
import { catalogue, resolveSettings } from '../src/index.ts'
import { termId } from '../src/terms.ts'
import { found, lintText } from './support.ts'

const terms = catalogue.packs.flatMap(({ pack }) => pack.terms.map((term) => ({ pack, term })))
const { viewpoints, sources } = catalogue.knowledge

test('ids are unique', () => {
  const ids = terms.map(({ pack, term }) => termId(pack, term))
  expect(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    'rename the newer one',
  ).toEqual([])
})

test('every viewpoint and source that a position names is there', () => {
  const missing = terms.flatMap(({ term }) =>
    term.positions.flatMap(({ viewpoint, source }) => [
      ...(viewpoints[viewpoint] ? [] : [`${term.id}: viewpoint ${viewpoint}`]),
      ...(source === undefined || sources[source] ? [] : [`${term.id}: source ${source}`]),
    ]),
  )
  expect(missing, 'add it to terms/viewpoints.yml or terms/sources.yml').toEqual([])
})

test('every term that is subsumed is there', () => {
  const ids = new Set(terms.map(({ term }) => term.id))
  expect(terms.flatMap(({ term }) => (term.subsumes ?? []).filter((id) => !ids.has(id)))).toEqual(
    [],
  )
})

test('a term that all avoid says so only if two viewpoints say it in sources of their own', () => {
  const wrong = terms.filter(({ term }) => {
    const avoid = term.positions.filter(({ stance }) => stance === 'avoid')
    const direct = new Set(
      avoid.filter(({ basis }) => basis === 'direct').map(({ viewpoint }) => viewpoint),
    )
    return term.consensus && (avoid.length < term.positions.length || direct.size < 2)
  })
  expect(
    wrong.map(({ term }) => term.id),
    'set consensus to false',
  ).toEqual([])
})

describe.each(catalogue.presets.map(({ name = '' }) => name))('preset %s', (name) => {
  const settings = resolveSettings({ extends: [name] }, catalogue)

  test('names its author, its date and what it is about', () => {
    const preset = catalogue.presets.find((candidate) => candidate.name === name)
    expect(preset).toMatchObject({
      author: expect.any(String),
      date: expect.any(String),
      about: expect.any(String),
    })
  })

  test('does not flag what it suggests', async () => {
    // The preset for measuring reports every wording there is, so it cannot agree with itself.
    if (settings.packs.every(({ options }) => options.evidence === 'none')) return
    const contradictions = []
    for (const { pack } of settings.packs) {
      for (const term of pack.pack.terms) {
        for (const text of term.examples.flag) {
          const file = await lintText(text, 'draft.md', { extends: [name] })
          for (const message of file.messages.filter(
            ({ ruleId }) => ruleId === termId(pack.pack, term),
          )) {
            for (const wording of message.expected ?? []) {
              const own = await lintText(`It says: ${wording} in March.`, 'draft.md', {
                extends: [name],
              })
              if (own.messages.length > 0)
                contradictions.push(`${term.id} suggests “${wording}”: ${found(own)}`)
            }
          }
        }
      }
    }
    expect(contradictions, 'take the wording out of the term').toEqual([])
  })
})
