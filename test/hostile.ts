/** Files whose names and findings hold everything that could break a report, for every reporter. */
import { VFile } from 'vfile'
import { addMessage, type Location, type Severity } from '../src/finding.ts'
import {
  type Catalogue,
  defineRule,
  resolveSettings,
  type TermPack,
  termRule,
} from '../src/index.ts'

interface Hostile {
  readonly words: string
  readonly reason: string
  readonly severity?: Severity
  readonly expected?: string[]
  readonly note?: string
  readonly url?: string
  readonly ruleId?: string
  readonly location?: Location
}

/** A file that holds the words of each finding, one sentence a line. */
function fileWith(path: string, findings: readonly Hostile[], { mark = '', eol = '\n' } = {}) {
  let value = mark
  const places = findings.map(({ words }) => {
    const start = value.length
    value += `${words} stands here.${eol}`
    return { start, end: start + words.length }
  })
  const file = new VFile({ path, value, cwd: '/home/writer/drafts' })
  for (const [index, { words, location, ...rest }] of findings.entries()) {
    const place = words === '' ? {} : places[index]
    const message = addMessage(file, {
      severity: 'suggestion',
      ruleId: 'paper/budget-line',
      ...rest,
      ...place,
    })
    if (words !== '') message.actual = words
    if (location) message.location = location
  }
  return file
}

const ESC = '\u001B'

/** The files, always the same. */
export function hostileFiles(): VFile[] {
  return [
    fileWith('clean.md', []),
    fileWith('a draft/plain.md', [
      { words: 'budget line', reason: 'Avoid “budget line”.', expected: ['sum of money', 'sum'] },
      { words: 'budget line', reason: 'Avoid “budget line”.', expected: ['sum of money'] },
      { words: '', reason: 'The whole draft names no source.', ruleId: 'no-source' },
    ]),
    fileWith(
      `::error file=x,line=1::%0A]]> <b>&amp; "q" ${ESC}[31m\r\n\u2028.md`,
      [
        {
          words: `${ESC}[31mred${ESC}]8;;http://evil.example${'\u0007'}\u009B1m`,
          reason: `::error file=/etc/passwd::gone%0A::warning::no\r\n##[error]${ESC}[2J\n::stop-commands::x`,
          severity: 'error',
          ruleId: 'no-shouting',
          note: 'First line\nSecond, with ]]> and <!-- --> and\u2029third',
          url: 'https://www.example.org/?a=1&b=<2>',
        },
        {
          words: '=cmd|"/c calc"!A0',
          reason: '=HYPERLINK("http://evil.example","click")',
          severity: 'warning',
          expected: ['+1', '@SUM(1)', '-2'],
          note: 'They say ;"=HYPERLINK("http://evil.example","x")"',
        },
        {
          words: ']]></failure><x a="',
          reason: `&lt; <script>alert(1)</script> ]]> ' " \u0000\uFFFE\uFFFF \uD800`,
          severity: 'warning',
        },
        {
          words: '👩🏽‍🚒 \u202Egnp.exe\u2066',
          reason:
            '| `code` **bold** [link](http://evil.example) ![x](y) @everyone #12 www.evil.example \\| ~~no~~ $x$',
          expected: ['👩🏽‍🚒', 'a | b'],
        },
        {
          words: 'line\u2028and\u2029paragraph\u0085next',
          reason: 'Separators\u2028of\u2029lines\u0085.',
        },
      ],
      { eol: '\r\n' },
    ),
    fileWith(
      '../above/marked.txt',
      [{ words: 'first', reason: 'On the first line, behind a mark.' }],
      { mark: '\uFEFF' },
    ),
    fileWith('letter.docx', [
      { words: 'budget line', reason: 'Avoid “budget line”.', location: { paragraph: 12 } },
      {
        words: 'budget line',
        reason: 'Avoid “budget line”.',
        expected: ['sum of money'],
        location: { part: 'footnote', paragraph: 2 },
      },
    ]),
    fileWith('scan.pdf', [
      { words: 'budget line', reason: 'Avoid “budget line”.', location: { page: 3, line: 4 } },
    ]),
  ]
}

const PACK: TermPack = {
  pack: 'paper',
  title: 'Words on paper',
  about: 'Made up for tests of reporters.',
  terms: [
    {
      id: 'budget-line',
      title: 'budget line',
      kind: 'euphemism',
      since: '0.1.0',
      summary: `It hides | a <b>sum</b> of money. ${ESC}[31m`,
      forms: ['budget line'],
      positions: [],
      examples: { flag: ['The budget line is gone.'], pass: ['The sum is gone.'] },
    },
  ],
}

const rule = (id: string, title: string) =>
  defineRule(
    { id, title, about: `${title}.`, severity: 'error', examples: { flag: [], pass: [] } },
    () => {},
  )

const CATALOGUE: Catalogue = {
  rules: [rule('no-shouting', 'No shouting'), rule('no-source', 'A source for everything')],
  packs: [termRule(PACK, { viewpoints: {}, sources: {} })],
  presets: [{ name: 'paper', title: 'Paper', author: 'Nobody <nobody@example.org>' }],
  knowledge: { viewpoints: {}, sources: {} },
}

/** The settings that go with the files: a small pack and two rules, made up. */
export const hostileSettings = resolveSettings({ extends: ['paper'] }, CATALOGUE)
