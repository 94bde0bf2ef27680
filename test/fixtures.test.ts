/** Laws that hold for every fixture, whatever it holds. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stretchOf } from '../src/index.ts'
import { found, inPlace, lintText } from './support.ts'

const fixtures = [
  ...readdirSync('test/fixtures/findings').map((name) => `test/fixtures/findings/${name}`),
  ...readdirSync('examples').map((name) => `examples/${name}`),
].filter((path) => /\.(md|txt)$/.test(path))

/** Markup that may stand inside flagged words: emphasis, links, escapes, prefixes, references. */
function withoutMarkup(source: string): string {
  return source
    .replace(/&#45;/g, '-')
    .replace(/&nbsp;/g, '\u00A0')
    .replace(/\\(.)/g, '$1')
    .replace(/\r?\n[ >]*/g, '\n')
    .replace(/[*_`]|\]\([^)]*\)|\[\^?/g, '')
}

describe.each(fixtures)('%s', (path) => {
  const text = readFileSync(path, 'utf8')

  test('its findings stand where the snapshot shows them', async () => {
    const file = await lintText(text, path, { extends: ['recommended'] })
    await expect(inPlace(file)).toMatchFileSnapshot(`snapshots/${basename(path)}.snap`)
  })

  test('the position law: the source at a place, without markup, is what the finding says', async () => {
    const file = await lintText(text, path)
    expect(file.messages.length).toBeGreaterThan(0)
    for (const message of file.messages) {
      const stretch = stretchOf(message)
      if (!stretch || message.actual === undefined) continue
      expect(
        withoutMarkup(text.slice(stretch.start, stretch.end)),
        `${message.ruleId} at line ${message.line}`,
      ).toBe(message.actual)
    }
  })

  test('CRLF line endings and a byte-order mark move places and change no finding', async () => {
    const plain = await lintText(text, path)
    const crlf = await lintText(text.replaceAll('\n', '\r\n'), path)
    const marked = await lintText(`\uFEFF${text}`, path)
    expect(found(crlf)).toEqual(found(plain))
    expect(found(marked)).toEqual(found(plain))
    expect(crlf.messages.map(({ line, column }) => [line, column])).toEqual(
      plain.messages.map(({ line, column }) => [line, column]),
    )
  })

  test('a second run finds the same', async () => {
    expect(found(await lintText(text, path))).toEqual(found(await lintText(text, path)))
  })
})
