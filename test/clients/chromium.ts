import { accessSync } from 'node:fs'
import process from 'node:process'
import { type BrowserContext, chromium } from 'playwright-core'

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].filter((place) => place !== undefined)

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** How long to wait for anything in the browser, on a busy machine too: milliseconds. */
const PATIENCE = 120_000

/**
 * Starts the Chromium of this machine with a fresh profile.
 *
 * @throws Error that says how to get one, if there is none.
 */
export async function startChromium(
  options: { javaScriptEnabled?: boolean; colorScheme?: 'light' | 'dark' } = {},
): Promise<BrowserContext> {
  const executablePath = PLACES.find(isThere)
  if (executablePath === undefined) {
    throw new Error(
      `Chromium is missing: install it (on Debian: apt-get install chromium) or give its path in CHROMIUM. Looked for ${PLACES.join(', ')}`,
    )
  }
  // Without a name, the profile is a temporary one, and is removed at the end.
  const context = await chromium.launchPersistentContext('', {
    executablePath,
    args: ARGUMENTS,
    timeout: PATIENCE,
    ...options,
  })
  context.setDefaultTimeout(PATIENCE)
  return context
}

function isThere(path: string): boolean {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}
