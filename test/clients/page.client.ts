/** The page as a reader meets it: one file from disk, in Chromium, with the network watched. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import type { BrowserContext, Page } from 'playwright-core'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check as checkFile } from '../../src/engine.ts'
import { catalogue, resolveSettings, rules } from '../../src/index.ts'
import { profileOf } from '../../src/profile.ts'
import { howCountedHtml, profileHtml } from '../../src/reporters/profile.ts'
import { draw } from '../../web/draw.ts'
import { asHtml, draftOf } from '../builders/draft.ts'
import { odt } from '../builders/odt.ts'
import { pdf } from '../builders/pdf.ts'
import { p, r, word } from '../builders/word.ts'
import { startChromium } from './chromium.ts'
import { program } from './programs.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PAGE = pathToFileURL(resolve('dist/fairdraft.html')).href
const LARGE_PAGE = pathToFileURL(resolve('dist/fairdraft-pdf.html')).href
const DRAFT = readFileSync('examples/force-guidance.md', 'utf8')

let context: BrowserContext
beforeAll(async () => {
  context = await startChromium()
})
afterAll(() => context?.close())

/** Opens the page; every request but that for the page itself, and every complaint, is kept. */
async function open(address = PAGE) {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    if (request.url() !== address) complaints.push(`asks for ${request.url()}`)
  })
  await page.goto(address)
  return { page, complaints }
}

async function check(page: Page, text: string) {
  await page.fill('#text', text)
  await page.click('#entry button')
  await page.waitForSelector('#review:not([hidden])')
}

async function choose(page: Page, name: string, content: Uint8Array | string) {
  const buffer = Buffer.from(content)
  await page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer })
}

/** What the page gives for download: where it was saved, and its name. */
async function download(page: Page): Promise<[path: string, name: string]> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('#download')])
  return [await file.path(), file.suggestedFilename()]
}

test('findings in place, a replacement and its undoing, another viewpoint; nothing is asked of any network', async () => {
  const { page, complaints } = await open()
  await check(page, DRAFT)
  const status = await page.textContent('#status')
  expect(status).toMatch(/^\d+ errors?, \d+ warnings/)
  expect(await page.locator('.document .finding').count()).toBeGreaterThan(10)

  const offer = page.locator('[data-find]').first()
  const wording = await offer.textContent()
  await offer.click()
  expect(await page.locator('.document ins').first().textContent()).toBe(wording)
  await page.click('#undo')
  expect(await page.locator('.document ins').count()).toBe(0)
  expect(await page.textContent('#status')).toBe(status)

  await page.selectOption('#preset', 'nordic-model')
  await page.locator('#style', { hasText: 'Nordic' }).waitFor()
  expect(complaints).toEqual([])
  await page.close()
})

test('it works by keyboard alone', async () => {
  const { page } = await open()
  await page.focus('#text')
  await page.keyboard.type('The force met sex workers.')
  while ((await page.evaluate('document.activeElement.textContent')) !== 'Check the draft') {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.waitForSelector('#review:not([hidden])')
  expect(await page.evaluate('document.activeElement.id')).toBe('title')
  await page.close()
})

test.each(['light', 'dark'] as const)(
  'axe-core finds nothing wrong in %s colours',
  async (colorScheme) => {
    const { page } = await open()
    await page.emulateMedia({ colorScheme })
    await check(page, DRAFT)
    await page.evaluate(AXE)
    const violations = await page.evaluate<string[]>(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
    )
    expect(violations).toEqual([])
    await page.close()
  },
)

test('a page name, a text and a file name full of markup stay text', async () => {
  const { page, complaints } = await open()
  await page.setInputFiles('#file', {
    name: '<img src=x onerror=alert(1)>.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('<script>alert(1)</script> sex workers <b>use sex workers</b>\n'),
  })
  await page.waitForSelector('#review:not([hidden])')
  expect(await page.locator('#review img, #review script').count()).toBe(0)
  expect(complaints).toEqual([])
  await page.close()
})

const FLAGGED = [
  ...rules.map(({ meta }) => meta.examples.flag.map(({ text }) => text)),
  ...catalogue.packs.map(({ pack }) => pack.terms.flatMap(({ examples }) => examples.flag)),
]

/** Drafts that ask for much of what the page holds, and HTML that is not as it should be. */
const DRAFTS: readonly (readonly [name: string, text: string])[] = [
  ['examples.md', FLAGGED.flat().join('\n\n')],
  ...fc
    .sample(draftOf(true), { numRuns: 3, seed: 1 })
    .map((draft, index) => [`draft-${index}.html`, asHtml(draft)] as const),
  [
    'references.html',
    '<p style="display&colon;none">Sex workers.</p><p style="display&#58 none">Sex workers.</p><p title="a&ampb=c&copy=1" id=&quot;>Sex&nbsp;work &amp is &notit; &notin; &#8220;work&#x201d, &#128512;&#0;&bogus; &semi;&fjlig; sex&#32worker; &ltb>prostitutes&lt/b> &ampamp;c. use&shy;sex &NotEqualTilde; &',
  ],
]

test.each(DRAFTS)('it shows of %s what the library finds', async (name, text) => {
  const { page } = await open()
  await page.selectOption('#preset', 'all', { force: true })
  await choose(page, name, text)
  await page.waitForSelector('#review:not([hidden])')
  await page.click('#profile summary')
  await page.waitForSelector('#vocabulary > *')
  const settings = resolveSettings({ extends: ['all'] }, catalogue)
  const checked = await checkFile(new VFile({ path: name, value: Buffer.from(text) }), settings)
  const drawn = draw({ file: checked.file, settings, decisions: [] })
  const expected = {
    document: drawn.document,
    cards: drawn.cards,
    vocabulary: profileHtml(profileOf(checked, settings), 0) + howCountedHtml(),
  }
  for (const [id, html] of Object.entries(expected)) {
    const element = `Object.assign(document.createElement('div'), { innerHTML: ${JSON.stringify(html)} })`
    expect(await page.innerHTML(`#${id}`)).toBe(await page.evaluate(`${element}.innerHTML`))
  }
  await page.close()
})

const SENTENCES = ['The force met sex workers at the centre.', 'Prostitutes and sex workers spoke.']

test.each([
  ['docx', word({ body: SENTENCES.map((text) => p(r(text))).join('') })],
  ['odt', odt({ body: SENTENCES.map((text) => `<text:p>${text}</text:p>`).join('') })],
])(
  'a .%s comes back with comments on what is open and the replacements tracked',
  async (type, bytes) => {
    const { page, complaints } = await open()
    await choose(page, `draft.${type}`, bytes)
    await page.waitForSelector('#review:not([hidden])')
    const findings = await page.locator('.document .finding').count()
    const offer = page.locator('[data-find]').first()
    const wording = await offer.textContent()
    await offer.click()
    const revised = await page.locator('.document ins').textContent()
    expect(revised).toBe(wording)
    const [path, name] = await download(page)
    expect(name).toBe(`draft-reviewed.${type}`)

    const pandoc = program('pandoc', 'apt-get install pandoc, or see pandoc.org')
    const read = async (...options: string[]) => {
      const { stdout } = await promisify(execFile)(pandoc, ['-f', type, ...options, path])
      return stdout.trim()
    }
    if (type === 'docx') {
      const plain = ['-t', 'plain', '--wrap=none']
      expect(await read(...plain, '--track-changes=reject')).toBe(SENTENCES.join('\n\n'))
      expect(await read(...plain, '--track-changes=accept')).toContain(wording)
      const native = await read('-t', 'native', '--track-changes=all')
      expect(native.match(/"comment-start"/g)).toHaveLength(findings)
      expect(native.match(/"insertion"/g)).toHaveLength(1)
    } else expect(await read('-t', 'plain', '--wrap=none')).toContain(wording)
    expect(complaints).toEqual([])
    await page.close()
  },
)

const PDF = pdf([[{ x: 72, y: 700, text: 'The force met sex workers at the centre.' }]])

test('the larger page reads PDF and gives back its text; nothing is asked of any network', async () => {
  const { page, complaints } = await open(LARGE_PAGE)
  await choose(page, 'draft.pdf', PDF)
  await page.waitForSelector('#review:not([hidden])')
  expect(await page.locator('.document .finding').first().textContent()).toContain('sex workers')
  expect(await page.locator('.cards .places').first().textContent()).toContain('page 1, line 1')
  const [path, name] = await download(page)
  expect(name).toBe('draft-reviewed.txt')
  expect(readFileSync(path, 'utf8')).toContain('The force met sex workers at the centre.')
  expect(complaints).toEqual([])
  await page.close()
})

test('the small page says what to do with a PDF, and which files it takes', async () => {
  const { page, complaints } = await open()
  await choose(page, 'draft.pdf', PDF)
  await page.locator('#status', { hasText: 'fairdraft-pdf.html' }).waitFor()
  expect(await page.getAttribute('#file', 'accept')).not.toContain('.pdf')
  expect(complaints).toEqual([])
  await page.close()
})
