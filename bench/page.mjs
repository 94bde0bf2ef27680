// Measures the page on a text of 200 KB, from the click to the findings on the screen, each text in a page just loaded.
// `npm run build && node bench/page.mjs`; Chromium is /usr/bin/chromium, or what CHROMIUM names.
import process from 'node:process'
import { chromium } from 'playwright-core'
import { HEAD, printRow, textsOf } from './latency.mjs'

/** The longest that a text may take once the page is there: milliseconds. */
const TARGET = 1000
const ROUNDS = 5

const address = new URL('../dist/fairdraft.html', import.meta.url).href
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
})

console.log(HEAD)
let missed = false
for (const [name, text] of Object.entries(textsOf(200_000))) {
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(text))
  const [{ findings, time: first }] = rounds
  const { median } = printRow(name, { findings, first, times: rounds.map(({ time }) => time) })
  missed ||= median > TARGET
}
console.log(
  missed
    ? `Above the target of ${TARGET} ms (median).`
    : `Within the target of ${TARGET} ms (median).`,
)
await browser.close()

async function measure(text) {
  const page = await browser.newPage()
  await page.goto(address)
  const time = await page.evaluate(async (text) => {
    document.querySelector('#text').value = text
    const review = document.querySelector('#review')
    const shown = new Promise((resolve) => {
      new MutationObserver(() => review.hidden || requestAnimationFrame(resolve)).observe(review, {
        attributes: true,
      })
    })
    const start = performance.now()
    document.querySelector('#entry button').click()
    await shown
    return performance.now() - start
  }, text)
  const findings = await page.locator('.document .finding').count()
  await page.close()
  return { findings, time }
}
