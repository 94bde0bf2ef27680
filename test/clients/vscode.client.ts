/** The extension in the real workbench of VS Code, in a folder that is not trusted. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as ask, createServer, type IncomingMessage, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import type { Duplex } from 'node:stream'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startChromium } from './chromium.ts'
import { DRAFT, FOUND } from './draft.ts'
import { installed, isThere, run } from './programs.ts'
import { freePort, portOf } from './serving.ts'

const EXTENSION = resolve('editors/vscode/fairdraft.vsix')
/** Where to put pictures of what was seen, for people to look at. */
const PICTURES = process.env.FAIRDRAFT_PICTURES

let home: string
let code: string
beforeAll(async () => {
  code = installed('code-server/lib/vscode/out/server-main.js')
  if (!isThere(join(code, '../../node_modules'))) {
    throw new Error('VS Code’s own modules are missing: see docs/integrations.md')
  }
  if (!isThere(EXTENSION)) {
    throw new Error(`${EXTENSION} is missing: npm ci && npm run package in editors/vscode`)
  }
  home = mkdtempSync(join(tmpdir(), 'fairdraft-vscode-'))
})
afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }))

describe.each(['a process', 'a web worker'])('with the server in %s', (where) => {
  let server: ChildProcess
  let proxy: Server | undefined
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    const folder = join(home, where)
    mkdirSync(folder)
    writeFileSync(join(folder, 'draft.md'), DRAFT)
    const data = join(home, `data of ${where}`)
    if (where === 'a process') await installExtension(data)
    const port = await freePort()
    server = spawn(
      process.execPath,
      [
        code,
        ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
        ...['--server-data-dir', data, '--accept-server-license-terms'],
        ...['--telemetry-level', 'off'],
      ],
      { stdio: 'ignore' },
    )
    context = await startChromium()
    page = await context.newPage()
    await page.setViewportSize({ width: 1400, height: 900 })
    let front = port
    if (where === 'a web worker') {
      proxy = offerWebExtension(port)
      front = await portOf(proxy)
    }
    await openWorkbench(page, `http://127.0.0.1:${front}/?folder=${encodeURI(folder)}`)
  })
  afterAll(async () => {
    await context?.close()
    server?.kill()
    proxy?.close()
    proxy?.closeAllConnections()
  })

  const picture = async (name: string) => {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${where} ${name}.png`) })
  }

  test('squiggles, hover, quick fix, explanation, problems, viewpoints and house styles', async () => {
    await picture('0 workbench')
    await page.dblclick('.explorer-folders-view .monaco-list-row:has-text("draft.md")')
    await page.waitForSelector('.squiggly-error')
    await page.waitForSelector('.squiggly-info')
    await picture('1 squiggles')

    await page.hover('.view-line span:text("sex workers")')
    await page.waitForSelector('.monaco-hover:has-text("prostitution/sex-worker")')
    await page.waitForTimeout(300)
    await picture('2 hover')
    await page.keyboard.press('Escape')

    await command(page, 'View: Toggle Problems')
    await page.waitForSelector('.markers-panel .monaco-list-row')
    const problems = await page
      .locator('.markers-panel .marker-code, .markers-panel .code-link')
      .allInnerTexts()
    expect([...new Set(problems)].join(' ')).toContain('prostitution/sex-worker')
    expect(problems.length).toBeGreaterThanOrEqual(FOUND.length)
    await picture('3 problems')

    const view = page.locator('.pane:has(.pane-header:has-text("Findings by Viewpoint"))')
    await view.locator('.pane-header').click()
    await view.locator('.monaco-list-row[aria-level="1"]:has-text("Nordic-model")').waitFor()
    await picture('4 viewpoints')

    await fix(page, 'Explain')
    await page.waitForSelector('.tab:has-text("Preview")')
    await waitForFrame(page, 'Who says what')
    await picture('5 explanation')

    await fix(page, 'Replace with')
    await page.waitForFunction(
      '!document.querySelector(".editor-instance .view-lines").innerText.includes("sex workers")',
    )
    await picture('6 fixed')

    await page.click(
      '.statusbar-item[id="fairdraft.preset"] a, .statusbar-item:has-text("Recommended") a',
    )
    await page.waitForSelector('.quick-input-list .monaco-list-row')
    await picture('7 house styles')
    await page.keyboard.type('statutory')
    await page.click('.quick-input-list .monaco-list-row >> nth=0')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.statusbar-item:has-text("tatut")')
    await picture('8 another style')
  })
})

/** Installs the packaged extension where VS Code’s server runs. */
async function installExtension(data: string): Promise<void> {
  const args = ['--server-data-dir', data, '--accept-server-license-terms']
  await run(process.execPath, [code, ...args, '--install-extension', EXTENSION])
}

/**
 * Stands before VS Code’s server and adds what a marketplace would: the extension’s files, and their place in the
 * page’s configuration, so that the extension runs in the browser.
 */
function offerWebExtension(behind: number): Server {
  const folder = '/fairdraft-extension'
  const to = (request: IncomingMessage) => {
    const { url, method, headers } = request
    return {
      host: '127.0.0.1',
      port: behind,
      path: url,
      method,
      headers: { ...headers, 'accept-encoding': 'identity' },
    }
  }
  const proxy = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname.startsWith(`${folder}/`)) {
      const path = join(resolve('editors/vscode'), pathname.slice(folder.length))
      const type = path.endsWith('.js') ? 'text/javascript' : 'application/json'
      if (!isThere(path)) response.writeHead(404).end()
      else response.writeHead(200, { 'Content-Type': type }).end(readFileSync(path))
      return
    }
    const forwarded = ask(to(request), async (answer) => {
      if (!searchParams.has('folder')) {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
        return
      }
      let page = ''
      for await (const chunk of answer.setEncoding('utf8')) page += chunk
      const location = { scheme: 'http', authority: request.headers.host, path: folder }
      const { 'content-length': _old, ...headers } = answer.headers
      response.writeHead(answer.statusCode ?? 502, headers).end(withExtension(page, location))
    })
    forwarded.on('error', () => response.destroy())
    request.pipe(forwarded)
  })
  proxy.on('upgrade', (request, socket: Duplex) => {
    const forwarded = ask(to(request))
    forwarded.on('upgrade', (answer, other: Duplex) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\r\n`)
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`)
      socket.pipe(other).pipe(socket)
      for (const one of [socket, other]) one.on('error', () => one.destroy())
    })
    forwarded.end()
  })
  return proxy
}

/** The workbench’s page with one more extension in its configuration. */
function withExtension(page: string, location: object): string {
  return page.replace(
    /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
    (_all, start: string, settings: string) => {
      const known = JSON.parse(settings.replaceAll('&quot;', '"'))
      const all = { ...known, additionalBuiltinExtensions: [location] }
      return start + JSON.stringify(all).replaceAll('"', '&quot;')
    },
  )
}

/** Opens the workbench once the server answers, and does not trust the folder. */
async function openWorkbench(page: Page, address: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const answer = await page.goto(address).catch(() => null)
    if (answer?.ok()) break
    if (tries > 60) throw new Error('VS Code’s server does not answer')
    await page.waitForTimeout(250)
  }
  await page.waitForSelector('.monaco-workbench .statusbar')
  await page.click('.monaco-dialog-box .monaco-button:has-text("No, I don")')
}

/** Waits until a frame of the page, such as a preview, shows some words. */
async function waitForFrame(page: Page, words: string): Promise<void> {
  const shows = () =>
    Promise.all(
      page.frames().map((frame) =>
        frame.evaluate<string>('document.body.innerText').then(
          (text) => text.includes(words),
          () => false,
        ),
      ),
    )
  for (let tries = 0; !(await shows()).includes(true); tries++) {
    if (tries > 60) throw new Error(`no frame shows “${words}”`)
    await page.waitForTimeout(250)
  }
}

/** Runs a command by its name in the palette. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F1')
  await page.keyboard.type(name)
  await page.waitForSelector(
    `.quick-input-list .monaco-list-row:has-text("${name.split(': ').at(-1)}")`,
  )
  await page.keyboard.press('Enter')
}

/** Chooses a quick fix for the first finding by how its title begins. */
async function fix(page: Page, title: string): Promise<void> {
  await page.click('.view-line span:text("sex workers")')
  await page.keyboard.press('Control+.')
  await page.waitForSelector(`.action-widget .monaco-list-row:has-text("${title}")`)
  for (let tries = 0; tries < 20; tries++) {
    const chosen = page.locator(`.action-widget .monaco-list-row.focused:has-text("${title}")`)
    if ((await chosen.count()) > 0) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}
