/** Documents made to break a reader: each is read to its end, and every finding has a right place. */
import { describe, expect, test } from 'vitest'
import { stretchOf } from '../src/index.ts'
import { lintText } from './support.ts'

const WORDS = 'The force met sex workers. '

const DOCUMENTS: { readonly [name: string]: string } = {
  'quotations 5,000 deep': `${'> '.repeat(5000)}${WORDS}`,
  'lists 2,000 deep': Array.from(
    { length: 2000 },
    (_, depth) => `${' '.repeat(depth * 2)}- ${WORDS}`,
  )
    .join('\n')
    .slice(0, 400_000),
  'brackets 20,000 deep': `${'['.repeat(20_000)}${WORDS}${']'.repeat(20_000)}`,
  'emphasis that never closes': `${'*a_ '.repeat(20_000)}${WORDS}`,
  'links that never close': `${'[a](b '.repeat(20_000)}${WORDS}`,
  'one word of a million letters': `${'a'.repeat(1_000_000)} ${WORDS}`,
  'one line of a hundred thousand letters': WORDS.repeat(4_000),
  'a table of 4,000 cells': `| a | b |\n| - | - |\n${'| sex work | b |\n'.repeat(2_000)}`,
  'a list of 4,000 items': `- ${WORDS}\n`.repeat(4_000),
  'hyphens between letters': `${'a-'.repeat(40_000)}a ${WORDS}`,
  'full stops between letters': `${'a.b.c.'.repeat(10_000)} ${WORDS}`,
  apostrophes: `${"a'".repeat(40_000)} ${WORDS}`,
  'lone surrogates': `\uD800 sex\uDC00 work ${WORDS}\uDBFF`,
  'null bytes': `\u0000${WORDS}\u0000sex\u0000work`,
  'right-to-left text and its controls': `\u202E${WORDS}\u202C שלום ${WORDS} \u2067مرحبا\u2069`,
  'combining marks': `se${'\u0301'.repeat(10_000)}x work ${WORDS}`,
  'white space of every kind': `sex\u00A0work sex\u2003work sex\u3000work sex\u200Bwork ${WORDS}`,
  'unclosed comment, code and front matter': `---\na: b\n${WORDS}\n<!-- ${WORDS}\n\`\`\`\n${WORDS}`,
  'nothing but markup': '#\n\n-\n\n>\n\n| |\n| - |\n\n[]()\n\n![]()\n\n***\n\n<b></b>\n',
  'twenty thousand ignore comments': '<!-- fairdraft-ignore-next sex-work: x -->\n\n'.repeat(
    20_000,
  ),
}

describe.each(Object.entries(DOCUMENTS))('%s', (_name, text) => {
  test.each(['draft.md', 'draft.txt'])('%s', async (path) => {
    const file = await lintText(text, path)
    for (const message of file.messages) {
      const stretch = stretchOf(message)
      if (!stretch) continue
      expect(stretch.start).toBeLessThan(stretch.end)
      expect(stretch.end).toBeLessThanOrEqual(text.length)
    }
  })
})
