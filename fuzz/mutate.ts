import type { Random } from './random.ts'

/** What readers and parsers are most easily confused by. */
const PIECES = [
  '\u0000',
  '\uFEFF',
  '\u00AD',
  '\u200F',
  '\u202E',
  '\uD800',
  '\uFFFC',
  '\u0301',
  '👩‍👧',
  '\r\n',
  '\r',
  '\n\n',
  '\t',
  '    ',
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  '`',
  '```\n',
  '***',
  '_',
  '[',
  '](',
  '<!--',
  '-->',
  '<!-- fairdraft-ignore-next -->\n\n',
  '<',
  '&amp;',
  '&#',
  '\\',
  '> ',
  '- ',
  '1. ',
  '(a) ',
  '# ',
  '|',
  '\n| --- |\n',
  '[^1]',
  '[^1]: ',
  '---\n',
  's.33A',
  'ss. 33 and ',
  'section ',
  ' Act 2003',
  'SOA 1956 ',
  '(1)',
  'either way',
  'summary-only',
  ' not ',
  'the term ',
  'sex work',
  'use sex workers',
  '90% of ',
  'https://a.b/',
  '{',
  '}',
  ': ',
  '*anchor ',
  '&anchor ',
  '!!js ',
  'a-a-a-',
  'a.b.c.',
  '</p>',
  '<p hidden>',
  '<table><tr><td>',
  '<![CDATA[',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<?a b?>',
  '&#xD800;',
  '&b;',
  '[one|many]',
  'extends: [https://a.b/c.yml]\n',
  'forms: ',
]

const LONGEST = 20_000

/** A few random changes to a text; `other` is a text to take pieces from, `longest` a length in UTF-16 units. */
export function mutate(text: string, other: string, random: Random, longest = LONGEST): string {
  let changed = text
  for (let times = 1 + random.below(3); times > 0; times--) changed = once(changed, other, random)
  return changed.slice(0, longest)
}

function once(text: string, other: string, random: Random): string {
  const at = random.below(text.length + 1)
  const length = random.below(Math.min(40, text.length + 1))
  const [before, after] = [text.slice(0, at), text.slice(at)]
  switch (random.below(7)) {
    case 0:
      return before + random.pick(PIECES) + after
    case 1:
      return before + after.slice(length)
    case 2:
      return before + after.slice(0, length) + after
    case 3:
      return before + random.pick(PIECES).repeat(1 + random.below(200)) + after
    case 4: {
      const from = random.below(other.length + 1)
      return before + other.slice(from, from + random.below(400)) + after.slice(length)
    }
    case 5:
      return before + String.fromCharCode(random.below(0x10000)) + after.slice(1)
    default:
      return before + after.slice(0, length).toUpperCase() + after.slice(length)
  }
}
