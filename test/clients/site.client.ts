/** The site as a reader meets it: from disk, in Chromium, with and without JavaScript. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startChromium } from './chromium.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Every page, but of the many that are made alike, of terms and of provisions, one in twenty. */
const pages = readdirSync('site', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .sort()
  .filter((name, index) => name.split(sep).length < 3 || index % 20 === 0)

/** What axe-core finds wrong on a page: the rule, and the first element that breaks it. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes[0].html + ' ' + nodes[0].failureSummary))`,
  )
}

function addressOf(name: string): string {
  return pathToFileURL(join('site', name)).href
}

/** Opens a page; anything that the browser complains of goes into `complaints`. */
async function open(context: BrowserContext, address: string, complaints: string[] = []) {
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) complaints.push(`asks for ${request.url()}`)
  })
  await page.goto(address)
  return page
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await startChromium({ colorScheme })
  })
  afterAll(() => context?.close())

  test.each(pages)('%s is accessible, and asks for nothing', async (name) => {
    const complaints: string[] = []
    const page = await open(context, addressOf(name), complaints)
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('with JavaScript', () => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await startChromium()
  })
  afterAll(() => context?.close())

  test('the search box of any page finds an entry, and leads to it', async () => {
    const complaints: string[] = []
    const page = await open(context, addressOf('law/scotland.html'), complaints)
    await page.fill('header input[type=search]', 'Sex Worker')
    await page.press('header input[type=search]', 'Enter')
    await page.waitForURL(/search\.html\?q=/)
    expect(await page.textContent('[role=status]')).toMatch(/^\d+ of \d+ entries$/)
    expect(await page.textContent('#found li:not([hidden]) a')).toBe('sex worker')
    await page.click('#found li:not([hidden]) a')
    expect(page.url()).toMatch(/terms\/prostitution\/sex-worker\.html$/)
    expect(await page.textContent('h1')).toBe('sex worker')
    expect(complaints).toEqual([])
  })

  test('the list narrows while one types, and says how many are left', async () => {
    const page = await open(context, addressOf('search.html'))
    const all = await page.locator('#found li').count()
    expect(await page.textContent('[role=status]')).toBe(`${all} entries`)
    await page.fill('main input', 'no such words anywhere')
    expect(await page.textContent('[role=status]')).toBe(`0 of ${all} entries`)
    await page.fill('main input', 'prostitution/sex-work')
    expect(await page.textContent('#found li:not([hidden]) a')).toBe('sex work')
  })

  test('the first stop of the Tab key skips to the content', async () => {
    const page = await open(context, addressOf('index.html'))
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('content')
  })

  test.each([
    'terms/prostitution/sex-worker.html',
    'law/england-and-wales/ew-soa56-s33A.html',
    'rules/offence-classification.html',
    'search.html',
  ])('a narrow screen needs no scrolling sideways: %s', async (name) => {
    const page = await open(context, addressOf(name))
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  })

  test('on paper there is the text and nothing to press', async () => {
    const page = await open(context, addressOf('viewpoints.html'))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav').first().isVisible()).toBe(false)
    expect(await page.locator('form').isVisible()).toBe(false)
    expect(await page.locator('main h1').isVisible()).toBe(true)
  })
})

describe('without JavaScript', () => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await startChromium({ javaScriptEnabled: false })
  })
  afterAll(() => context?.close())

  test('every entry is listed, with a word on how to search', async () => {
    const page = await open(context, addressOf('search.html'))
    expect(await page.locator('#found li').count()).toBeGreaterThan(300)
    expect(await page.locator('#found li').last().isVisible()).toBe(true)
    expect(await page.locator('main').innerText()).toMatch(/Without JavaScript/)
  })
})
