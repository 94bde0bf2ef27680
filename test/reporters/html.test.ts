import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, test } from 'vitest'
import { catalogue, resolveSettings } from '../../src/index.ts'
import { html } from '../../src/reporters/html.ts'
import { lintText } from '../support.ts'

type Node = DefaultTreeAdapterTypes.Node

const settings = [resolveSettings({ extends: ['recommended'] }, catalogue)]
const options = { color: false, verbose: false, explainQuiet: false, width: 100, version: '0' }

async function reportOf(text: string, path = 'draft.md') {
  const file = await lintText(text, path, { extends: ['recommended'] })
  const page = html([file], settings, options)
  return { file, page, tree: parse(page) }
}

function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const child of 'childNodes' in node ? node.childNodes : []) yield* nodesOf(child)
}

function textOf(node: Node): string {
  return [...nodesOf(node)].map((one) => ('value' in one ? one.value : '')).join('')
}

function elements(tree: Node, attribute: string): Map<string, Node> {
  const found = new Map<string, Node>()
  for (const node of nodesOf(tree)) {
    const attrs = 'attrs' in node ? node.attrs : []
    const value = attrs.find(({ name }) => name === attribute)?.value
    if (value !== undefined) found.set(value, node)
  }
  return found
}

const DRAFT = `# Working with *partners*

The force met sex workers & a **sex** worker.

> “Sex work is work”, she said.

1. Section 33A of the Sexual Offences Act 1956 is summary-only.
   - sex work in flats

| Offence | Mode |
| --- | --- |
| s.33A SOA 1956 | summary-only |

See \`code\` and ![a plan](plan.png).
`

test('every finding is marked at its words, and leads to the card that explains it', async () => {
  const { file, tree } = await reportOf(DRAFT)
  const ids = elements(tree, 'id')
  const linked = new Set(elements(tree, 'href').keys())
  const placed = file.messages.filter(({ place }) => place)
  expect(placed.length).toBeGreaterThan(3)
  const marks = [...ids.keys()].filter((id) => /^f1-\d+-\d+$/.test(id))
  expect(marks).toHaveLength(placed.length)
  for (const id of marks) expect(ids.has(id.replace(/-\d+$/, ''))).toBe(true)
  for (const address of linked) {
    if (address.startsWith('#')) expect(ids.has(address.slice(1)), address).toBe(true)
  }
})

test('the words of a marked finding are the words it found', async () => {
  const { file, tree } = await reportOf(DRAFT)
  const classes = [...nodesOf(tree)].filter(
    (node) =>
      'attrs' in node &&
      node.attrs.some(({ name, value }) => name === 'class' && value.startsWith('finding')),
  )
  const words = classes.map(textOf)
  for (const { actual, place } of file.messages)
    if (place && actual) expect(words).toContain(actual)
})

test('structure survives: headings, quotation, lists, tables, code', async () => {
  const { tree } = await reportOf(DRAFT)
  const names = new Set([...nodesOf(tree)].map(({ nodeName }) => nodeName))
  for (const name of ['h3', 'blockquote', 'ul', 'li', 'table', 'th', 'td', 'code', 'em']) {
    expect([...names]).toContain(name)
  }
})

test('no text breaks the page or becomes markup', async () => {
  const hostile = fc.string({
    unit: fc.constantFrom(
      '<script>',
      '</a>',
      '"',
      "'",
      '&',
      '<',
      '>',
      ' sex work ',
      '\n\n',
      '* ',
      '> ',
      'é',
      '😀',
      '\u2028',
      '\u0000',
      '|',
      'a',
    ),
    maxLength: 40,
  })
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const { tree } = await reportOf(text, 'draft.txt')
      const names = [...nodesOf(tree)].map(({ nodeName }) => nodeName)
      expect(names).not.toContain('script')
      expect(names.filter((name) => name === 'main')).toHaveLength(1)
    }),
    { numRuns: 200 },
  )
})
