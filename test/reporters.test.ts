/** Each reporter with the same files: one snapshot each, and what must hold whatever a text says. */
import { DOMParser } from '@xmldom/xmldom'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import type { Log } from 'sarif'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { severityOf } from '../src/finding.ts'
import { printableJson } from '../src/printable.ts'
import { pieceReporters, type ReporterName, reporters } from '../src/reporters/index.ts'
import { fileEntry } from '../src/reporters/json.ts'
import { hostileFiles, hostileSettings } from './hostile.ts'
import { lintText } from './support.ts'

const NAMES = Object.keys(reporters) as ReporterName[]
const findings = hostileFiles().flatMap(({ messages }) => messages)
/** A page shows the text as it is written, with line separators and direction. */
const UNSAFE_ON_A_PAGE = /[\u2028\u2029\u202A-\u202E\u2066-\u2069]|(?![\n\r\t])\p{Cc}|\p{Cs}/u
const UNSAFE = /[\u2028\u2029\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}|\p{Cs}/u

const reports = new Map<ReporterName, string>()

async function report(name: ReporterName, files = hostileFiles()): Promise<string> {
  const reporter = await reporters[name]()
  const options = { color: false, verbose: true, explainQuiet: false, width: 100, version: '1.2.3' }
  return reporter(files, [hostileSettings], options)
}

const of = (name: ReporterName) => reports.get(name) ?? ''

beforeAll(async () => {
  for (const name of NAMES) reports.set(name, await report(name))
})

describe.each(NAMES)('%s', (name) => {
  test('says this', async () => {
    await expect(of(name)).toMatchFileSnapshot(`snapshots/reporters/hostile.${name}`)
  })

  test('sends no control character, and no line break but its own', () => {
    const own = name === 'csv' ? of(name).replaceAll('\r\n', '\n') : of(name)
    expect(own).not.toMatch(name === 'html' ? UNSAFE_ON_A_PAGE : UNSAFE)
  })

  test('says nothing of findings where there are none', async () => {
    const text = await report(name, [])
    expect(text).not.toMatch(/budget line|undefined|\[object/)
  })
})

test.each(['json', 'sarif', 'gitlab'] as const)('%s is JSON', (name) => {
  expect(() => JSON.parse(of(name))).not.toThrow()
})

test('json comes in pieces of a finding at most, which together are one array as JSON is written', async () => {
  const pieces = await pieceReporters.json?.()
  const options = { color: false, verbose: true, explainQuiet: true, width: 100, version: '1.2.3' }
  for (const files of [hostileFiles(), [], [new VFile({ value: 'No path.' })]]) {
    const all = [...(pieces?.(files, [hostileSettings], options) ?? [])]
    expect(all.length).toBeGreaterThan(files.flatMap(({ messages }) => messages).length)
    const text = all.join('')
    const entries = files.map((file) => fileEntry(file, options))
    expect(text).toBe(`${printableJson(entries, 2)}\n`)
  }
})

test.each([
  ['json', '"ruleId":'],
  ['ndjson', '"ruleId":'],
  ['sarif', '"ruleId":'],
  ['gitlab', '"check_name":'],
] as const)('%s can be had in pieces, none with more than one finding', async (name, mark) => {
  const inPieces = await pieceReporters[name]?.()
  const options = { color: false, verbose: true, explainQuiet: false, width: 100, version: '1.2.3' }
  const pieces = [...(inPieces?.(hostileFiles(), [hostileSettings], options) ?? [])]
  expect(pieces.join('')).toBe(of(name))
  const held = pieces.map((piece) => piece.split(mark).length - 1)
  expect(held.filter((number) => number > 0)).toEqual(findings.map(() => 1))
})

test('ndjson is one object a file, however lines are broken', () => {
  const lines = of('ndjson')
    .trimEnd()
    .split(/[\n\v\f\r\u0085\u2028\u2029]/)
  expect(lines.map((line) => JSON.parse(line).path)).toEqual(hostileFiles().map(({ path }) => path))
  expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(of('json')))
})

test('github is one command a finding, and none that a text made up', () => {
  const lines = of('github').trimEnd().split('\n')
  const commands = lines.filter((line) => line.includes('::'))
  expect(commands).toHaveLength(findings.length)
  for (const [index, line] of commands.entries()) {
    const [, command, properties = ''] = /^::(error|warning|notice) ([^:]*)::/.exec(line) ?? []
    const level = { error: 'error', warning: 'warning', suggestion: 'notice' }
    expect(command).toBe(findings[index] && level[severityOf(findings[index])])
    const names = properties.split(',').map((property) => property.split('=')[0])
    expect(
      names.filter((name) => name !== 'line' && name !== 'col' && !/^end/.test(name ?? '')),
    ).toEqual(['file', 'title'])
  }
})

test('github takes the words of a text for words', () => {
  const line = of('github')
    .split('\n')
    .find((one) => one.includes('gone'))
  expect(line).toContain(
    'gone%250A::warning::no \\u0023#[error]\\u001b[2J \\u003a:stop-commands::x',
  )
  expect(line).toContain('file=\\u003a%3Aerror file=x%2Cline=1%3A%3A%250A')
})

test('gitlab’s fingerprints are all different', () => {
  const issues: { fingerprint: string }[] = JSON.parse(of('gitlab'))
  expect(issues).toHaveLength(findings.length)
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length)
})

describe.each(['junit', 'checkstyle'] as const)('%s', (name) => {
  const parse = (text: string) =>
    new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(`${level}: ${message}`)
      },
    }).parseFromString(text, 'text/xml')

  test('is XML, with one element a finding', () => {
    const element = name === 'junit' ? 'failure' : 'error'
    const found = [...parse(of(name)).getElementsByTagName(element)]
    expect(found).toHaveLength(findings.length)
    const messages = found.map((one) => one.getAttribute('message'))
    expect(messages.join('\n')).toContain('<script>alert(1)</script> ]]>')
  })

  test('holds only characters that XML has', () => {
    expect(of(name)).not.toMatch(/[^\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u)
  })
})

test('unix is one line a finding', () => {
  const lines = of('unix').trimEnd().split('\n')
  expect(lines).toHaveLength(findings.length)
  for (const line of lines)
    expect(line).toMatch(/:\d+:\d+: (error|warning|suggestion): .* \(\S+\)$/)
})

test('csv is one row a finding, and no cell is a formula', () => {
  const rows = of('csv').replace('\uFEFF', '').trimEnd().split('\r\n')
  expect(rows).toHaveLength(findings.length + 1)
  for (const row of rows) {
    const cells = [...row.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell = '']) => cell)
    expect(cells).toHaveLength(9)
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([])
    // A spreadsheet that parts cells at semicolons sees others, and no quotation marks within a cell.
    expect(row.split(';').filter((cell) => /^[\s"]*[=+\-@]/.test(cell))).toEqual([])
  }
})

test('markdown shows what a text says and does nothing of it', () => {
  const html = micromark(of('markdown'), {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
  expect(html).not.toMatch(/<(?!\/?(?:p|strong|h3|table|thead|tbody|tr|th|td|br)\b|!-- -->)/)
  expect(html.match(/<h3>/g)).toHaveLength(5)
  expect(html.match(/<tr>/g)).toHaveLength(5 + 8)
  expect(html).not.toMatch(/@\w/)
})

test('markdown leaves out what a comment has no room for, and counts it', async () => {
  const many = await lintText('')
  for (let number = 0; number < 3000; number++) many.message(`Finding ${number} of many.`)
  const text = await report('markdown', [many])
  expect(text.length).toBeLessThan(65_536)
  const rows = text.match(/^\| the whole document \|/gm)?.length ?? 0
  expect(text).toContain(`And ${3000 - rows} more rows`)
})

test.each([
  'pretty',
  'github',
  'junit',
  'checkstyle',
  'unix',
  'markdown',
  'csv',
  'gitlab',
] as const)('%s says where in a Word or PDF file', (name) => {
  for (const where of [/paragraph 12/, /footnote, paragraph 2/, /page 3, line 4/]) {
    expect(of(name)).toMatch(where)
  }
})

describe('sarif', () => {
  let log: Log
  beforeAll(() => {
    log = JSON.parse(of('sarif'))
  })
  const results = () => log.runs[0]?.results ?? []
  const rules = () => log.runs[0]?.tool.driver.rules ?? []

  test('every result has its rule, and every rule a result', () => {
    expect(results()).toHaveLength(findings.length)
    for (const { ruleId, ruleIndex = -1 } of results()) {
      expect(rules()[ruleIndex]?.id).toBe(ruleId)
    }
    expect(new Set(results().map(({ ruleId }) => ruleId)).size).toBe(rules().length)
  })

  test('rules have help, in Markdown, and a level', () => {
    for (const { help, defaultConfiguration, shortDescription } of rules()) {
      expect(help?.markdown).toMatch(/^# /)
      expect(shortDescription?.text).not.toBe('')
      expect(defaultConfiguration?.level).toMatch(/^(error|warning|note)$/)
    }
  })

  test('places are in UTF-16 units, with an exclusive end, and the first line in files without', () => {
    expect(log.runs[0]?.columnKind).toBe('utf16CodeUnits')
    for (const [index, { locations, fixes = [] }] of results().entries()) {
      const place = locations?.[0]?.physicalLocation
      expect(place?.artifactLocation?.uri).toMatch(/^(file:\/\/\/)?[\w.~!'()*%/-]+$/)
      if (findings[index]?.location || !findings[index]?.place) {
        expect(place?.region).toEqual({ startLine: 1 })
        expect(fixes).toEqual([])
        continue
      }
      const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = place?.region ?? {}
      expect([startLine > 0, startColumn > 0, endLine >= startLine]).toEqual([true, true, true])
      if (endLine === startLine) expect(endColumn).toBeGreaterThan(startColumn)
    }
  })

  test('a byte-order mark is no column', () => {
    const [marked] = results().filter(({ message }) => message.text?.includes('behind a mark'))
    const place = marked?.locations?.[0]?.physicalLocation
    expect(place?.region).toMatchObject({ startLine: 1, startColumn: 1, endColumn: 6 })
    expect(place?.artifactLocation?.uri).toBe('file:///home/writer/above/marked.txt')
  })

  test('a fix put in place gives the sentence wanted', async () => {
    const text = 'Intro.\r\n\r\nThe 👩🏽‍🚒 met a sex worker there.\r\n'
    const file = await lintText(text, 'a.md', {})
    const made: Log = JSON.parse(await report('sarif', [file]))
    const [fix] = made.runs[0]?.results?.[0]?.fixes ?? []
    const [edit] = fix?.artifactChanges[0]?.replacements ?? []
    const { startLine = 0, startColumn = 0, endColumn = 0 } = edit?.deletedRegion ?? {}
    const line = text.split('\r\n')[startLine - 1] ?? ''
    const mended = `${line.slice(0, startColumn - 1)}${edit?.insertedContent?.text}${line.slice(endColumn - 1)}`
    expect(mended).toMatch(/^The 👩🏽‍🚒 met .* there\.$/u)
    expect(mended).not.toContain('sex worker')
    expect(file.messages[0]?.expected?.some((text) => mended.includes(text))).toBe(true)
  })

  test('fingerprints survive moves and re-wrapping, and tell equal sentences apart', async () => {
    const first = 'The wardens met sex workers in the town, in March, and went home.'
    const second = 'The plan for sex work is long.'
    const prints = async (text: string) => {
      const made: Log = JSON.parse(await report('sarif', [await lintText(text, 'a.md', {})]))
      return made.runs[0]?.results?.map(({ ruleId, partialFingerprints }) =>
        [ruleId, partialFingerprints?.primaryLocationLineHash].join(' '),
      )
    }
    const before = await prints(`${first}\n\n${second}\n\n${first}\n`)
    const rewrapped = first.replace('March, ', 'March,\n')
    const after = await prints(
      `# New\n\nMore.\n\n> ${second}\n\nx\n\n${rewrapped}\n\nMore. ${first}\n`,
    )
    expect(new Set(before).size).toBe(3)
    expect(after?.filter((print) => print.includes('worker')).sort()).toEqual(
      before?.filter((print) => print.includes('worker')).sort(),
    )
  })
})
