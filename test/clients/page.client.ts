/** The page as a reader meets it: one file from disk, in Chromium, with the network watched. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChromium } from './chromium.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PAGE = pathToFileURL(resolve('dist/fairdraft.html')).href
const DRAFT = readFileSync('examples/force-guidance.md', 'utf8')

let context: BrowserContext
beforeAll(async () => {
  context = await startChromium()
})
afterAll(() => context?.close())

/** Opens the page; every request but that for the page itself, and every complaint, is kept. */
async function open() {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    if (request.url() !== PAGE) complaints.push(`asks for ${request.url()}`)
  })
  await page.goto(PAGE)
  return { page, complaints }
}

async function check(page: Page, text: string) {
  await page.fill('#text', text)
  await page.click('#entry button')
  await page.waitForSelector('#review:not([hidden])')
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
