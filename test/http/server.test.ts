import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import {
  createHttpServer,
  LONGEST_TEXT,
  MOST_READING,
  MOST_WAITING,
} from '../../src/http/server.ts'
import { createUpstream } from '../../src/http/upstream.ts'
import { shippedSettings } from '../../src/lsp/host.ts'

const { settings } = shippedSettings({ presets: [] })

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

interface Found {
  readonly offset: number
  readonly length: number
  readonly message: string
  readonly replacements: readonly { value: string }[]
  readonly rule: { readonly id: string; readonly category: { readonly id: string } }
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

function serving(options: Partial<Parameters<typeof createHttpServer>[0]> = {}) {
  return createHttpServer({ settings, host: '127.0.0.1', version: '0.0.0', ...options })
}

let server: Server
let port: number
beforeAll(async () => {
  server = serving()
  port = await listening(server)
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

/** Sends bytes as they are, with nothing but the headers named. */
function ask(
  path: string,
  {
    body,
    to = port,
    method = body === undefined ? 'GET' : 'POST',
    headers = {},
  }: {
    body?: string | Uint8Array
    to?: number
    method?: string
    headers?: Record<string, string>
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: to, path, method, headers }, (response) => {
      const chunks: Uint8Array[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function check(body: string, type = 'application/x-www-form-urlencoded', to = port) {
  const answer = await ask('/v2/check', { body, to, headers: { 'Content-Type': type } })
  expect(answer.text).toMatch(/^\{/)
  const { matches, language, warnings } = JSON.parse(answer.text)
  return {
    language,
    warnings,
    matches: matches as Found[],
    words: (text: string) =>
      (matches as Found[]).map(({ offset, length }) => text.slice(offset, offset + length)),
  }
}

const form = (fields: Record<string, string>) => String(new URLSearchParams(fields))

describe('what clients send', () => {
  test('LibreOffice 7.4: the text as it is, not encoded', async () => {
    const text =
      'R&D: 100% of the 😀 “sex work” + sex workers.\nUnder s.33A of the Sexual Offences Act 1956, an ASW'
    const { words } = await check(`text=${text}&language=en-GB`)
    expect(words(text)).toEqual(expect.arrayContaining(['sex workers', 'an ASW']))
  })

  test('LibreOffice 7.4: an ampersand without a space', async () => {
    const { words } = await check('text=R&sex%20workers&language=en-GB')
    expect(words('R&sex%20workers')).toEqual([])
    const other = await check('text=sex-workers&D&language=en-GB')
    expect(other.words('sex-workers&D')).toEqual(['sex-workers'])
  })

  test('later LibreOffice: encoded, with empty credentials', async () => {
    const text = 'R&D met 100% of “sex workers” and sex workers.'
    const body = form({ text, language: 'en-GB', username: '', apiKey: '' })
    const { words } = await check(body)
    expect(words(text)).toContain('sex workers')
  })

  test('TeXstudio: a form that says it is JSON, in no language', async () => {
    const body = 'language=%3Cnone%3E&text=We%20met%20sex%20workers.'
    const { language, words } = await check(body, 'text/json')
    expect(language.code).toBe('en-GB')
    expect(words('We met sex workers.')).toEqual(['sex workers'])
  })

  test('gramma and VS Code: annotations with markup', async () => {
    const parts = [
      { text: 'We met ' },
      { markup: '<b>', interpretAs: '' },
      { text: 'sex workers' },
      { markup: '</b>' },
      { text: '.' },
      { markup: '<p>', interpretAs: '\n\n' },
      { text: 'And sex' },
      { markup: '&nbsp;', interpretAs: ' ' },
      { text: 'workers.' },
    ]
    const text = parts.map(({ text: plain, markup }) => plain ?? markup).join('')
    const data = JSON.stringify({ annotation: parts })
    const { words, matches } = await check(form({ data, language: 'en-US' }))
    expect(words(text)).toEqual(['sex workers', 'sex&nbsp;workers'])
    expect(matches[0]?.replacements.length).toBeGreaterThan(0)
    expect(matches[1]?.replacements, 'a replacement would break the markup').toEqual([])
  })

  test('`data` with a text', async () => {
    const { words } = await check(form({ data: '{"text": "Sex workers."}', language: 'auto' }))
    expect(words('Sex workers.')).toEqual(['Sex workers'])
  })

  test('a text in the address', async () => {
    const { text } = await ask('/v2/check?language=en-GB&text=We+met+sex+workers.')
    expect(JSON.parse(text).matches).toHaveLength(1)
  })

  test.each(['en', 'en-GB', 'en-gb', 'en-ZW', 'auto', '', 'xx_wrong'])(
    'language "%s" is English',
    async (language) => {
      const { matches } = await check(form({ text: 'We met sex workers.', language }))
      expect(matches).toHaveLength(1)
    },
  )

  test.each([
    ['nothing more', {}, ['prostitution/sex-worker', 'offence-classification']],
    ['a rule is off', { disabledRules: 'X,offence-classification' }, ['prostitution/sex-worker']],
    ['a category is off', { disabledCategories: 'STYLE' }, ['offence-classification']],
    [
      'a rule is on in a category that is off',
      { disabledCategories: 'STYLE,SEMANTICS', enabledRules: 'prostitution/sex-worker' },
      ['prostitution/sex-worker'],
    ],
    ['only others’ rules are on', { enabledOnly: 'true', enabledRules: 'COMMA' }, []],
    [
      'only a category is on',
      { enabledOnly: 'yes', enabledCategories: 'SEMANTICS' },
      ['offence-classification'],
    ],
  ])('where %s', async (_name, fields, rules) => {
    const text =
      'We met sex workers. Keeping a brothel under section 33A is a summary only offence.'
    const { matches } = await check(form({ text, ...fields }))
    expect(matches.map(({ rule }) => rule.id)).toEqual(rules)
  })

  test('a text in another language is left alone', async () => {
    const { matches, language } = await check(form({ text: 'Sex workers.', language: 'de-DE' }))
    expect(matches).toEqual([])
    expect(language.code).toBe('de-DE')
  })
})

describe('what they get', () => {
  test('everything that a client needs, and the id in the message', async () => {
    const text = 'Keeping a brothel under section 33A is a summary only offence.'
    const { matches } = await check(form({ text, language: 'en-GB' }))
    const law = matches.find(({ rule }) => rule.id === 'offence-classification')
    expect(law).toMatchObject({
      message: expect.stringMatching(/\(offence-classification\)$/),
      rule: { category: { id: 'SEMANTICS' } },
      context: { text: expect.stringContaining('section 33A') },
    })
  })

  test('an ignore comment ends on its day, however long the server runs', async () => {
    onTestFinished(() => void vi.useRealTimers())
    const text =
      '<!-- fairdraft-ignore-next sex-worker until 2027-03-01: theirs -->\n\nWe met sex workers.'
    const found = async (day: string) => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T12:00:00Z`) })
      return (await check(form({ text, language: 'en-GB' }))).matches.map(({ message }) => message)
    }
    expect(await found('2027-03-01')).toEqual([])
    expect(await found('2027-03-02')).toEqual([expect.stringContaining('held until 2027-03-01')])
  })

  test('what judges a whole document says nothing of a paragraph', async () => {
    const text = 'The EqXA was done by the ZQT. The ZQT wrote it.'
    const { matches } = await check(form({ text, language: 'en-GB' }))
    expect(matches.map(({ rule }) => rule.id)).toEqual([])
  })

  test('the other addresses of the protocol', async () => {
    const json = async (path: string, body?: string) =>
      JSON.parse((await ask(path, body === undefined ? {} : { body })).text)
    const longCodes = (await json('/v2/languages')).map(
      ({ longCode }: { longCode: string }) => longCode,
    )
    expect(longCodes).toEqual(expect.arrayContaining(['en', 'en-GB', 'en-US', 'en-AU', 'en-IE']))
    expect((await json('/v2/info')).software.name).toBe('Fairdraft')
    expect(await json('/v2/maxtextlength')).toBe(LONGEST_TEXT)
    expect(await json('/v2/words')).toEqual({ words: [] })
    expect(await json('/v2/words/add', 'word=x')).toEqual({ added: false })
    expect(await json('/v2/words/delete', 'word=x')).toEqual({ deleted: false })
    expect((await ask('/')).text).toMatch(/^Fairdraft/)
  })

  test('a page, where there is one', async () => {
    const paged = serving({ page: '<!doctype html>' })
    const { text, headers } = await ask('/', { to: await listening(paged) })
    expect([text, headers['content-type']]).toEqual(['<!doctype html>', 'text/html; charset=utf-8'])
    paged.close()
  })
})

describe('who may ask', () => {
  test.each(['localhost', 'localhost:8081', '127.0.0.1', '[::1]:1', '10.0.0.1', '[fe80::1]:80'])(
    'by the name %s',
    async (Host) => {
      expect((await ask('/v2/languages', { headers: { Host } })).status).toBe(200)
    },
  )

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io:8081', 'a b'])(
    'not by the name %s, which anybody could make point here',
    async (Host) => {
      const { status } = await ask('/v2/check', { body: 'text=a', headers: { Host } })
      expect(status).toBe(421)
    },
  )

  test('by the name that it was started with', async () => {
    const named = serving({ host: 'drafts.example' })
    const to = await listening(named)
    const { status } = await ask('/v2/info', { to, headers: { Host: `drafts.example:${to}` } })
    expect(status).toBe(200)
    named.close()
  })

  test.each([
    'http://localhost:3000',
    'http://127.0.0.1:8081',
    'moz-extension://1f0f2a3b-0000-4000-8000-000000000000',
    'chrome-extension://oldceeleldhonbafppcapldpdifcinji',
    'app://obsidian.md',
  ])('%s may read the answer', async (Origin) => {
    const { status, headers } = await ask('/v2/check', {
      body: 'text=a&language=en',
      headers: { Origin },
    })
    expect([status, headers['access-control-allow-origin']]).toEqual([200, Origin])
    expect((await ask('/v2/check', { method: 'OPTIONS', headers: { Origin } })).status).toBe(204)
  })

  test.each([
    'https://evil.example',
    'null',
    'http://localhost.evil.example',
    'file://',
    'https://x-extension.example',
    'http://[bad',
  ])('a page of %s may not even ask', async (Origin) => {
    for (const method of ['POST', 'OPTIONS']) {
      const answer = await ask('/v2/check', { method, headers: { Origin } })
      expect(answer.status).toBe(403)
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
  })
})

/** A busy machine may take long over what takes no time. */
const PATIENT = { timeout: 60_000 }

describe('what is wrong', () => {
  test.each([
    ['language=en-GB', '"text" or "data" is missing'],
    [form({ data: 'secret words {' }), '"data" must be JSON'],
    [form({ data: 'null' }), 'must have "text"'],
    [form({ data: '{"annotation": [3]}' }), 'must have either "text" or "markup"'],
    [form({ data: '{"annotation": [{"text": 1}]}' }), 'must have either'],
    [form({ data: '{"annotation": [{"text": "a", "markup": "b"}]}' }), 'must have either'],
  ])('%s', async (body, message) => {
    const { status, text } = await ask('/v2/check', { body })
    expect(status).toBe(400)
    expect(text).toContain(message)
    expect(text).not.toContain('secret')
  })

  test('a text that is too long, a request that is too large', async () => {
    const text = form({ text: 'a'.repeat(LONGEST_TEXT + 1), language: 'en' })
    expect((await ask('/v2/check', { body: text })).status).toBe(413)
    const huge = ask('/v2/check', { body: Buffer.alloc(9 * LONGEST_TEXT + 100_000, 'a') })
    // The server hangs up while the client still sends; which of the two is seen first is chance.
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(
      await huge.then(({ status }) => status).catch(({ code }) => code),
    )
  })

  test('no file is served', async () => {
    for (const path of ['/../package.json', '/v2/..%2f..%2fpackage.json', '/etc/passwd', '//x/y']) {
      expect((await ask(path)).status).toBe(404)
    }
  })

  test.each(['/v2/check', '/v2/languages', '/'])('%s is not asked with DELETE', async (path) => {
    const { status, headers } = await ask(path, { method: 'DELETE' })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
  })

  test.each(['//', 'http://%zz/', '//[/v2/check'])('%s is no address', async (path) => {
    const { status, text } = await ask(path)
    expect([status, text]).toEqual([400, expect.stringContaining('the address cannot be read')])
  })

  const body = form({ text: 'We met sex workers.', language: 'en' })

  /** A request of which only the beginning is sent until it is to be finished. */
  function slowly(to: number) {
    const sent = request({ host: '127.0.0.1', port: to, path: '/v2/check', method: 'POST' })
    const status = new Promise((done) => sent.on('response', (got) => done(got.statusCode)))
    sent.write(body.slice(0, 5))
    return { status, finish: () => sent.end(body.slice(5)) }
  }

  test('no request and no connection may last as long as it likes', () => {
    const bounded = serving()
    expect(bounded).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 20_000,
      keepAliveTimeout: 5_000,
      maxConnections: 256,
    })
    bounded.close()
  })

  test('slow requests hold up no check; more than can be read at once are asked to come again', async () => {
    const patient = serving()
    const to = await listening(patient)
    let arrived = 0
    patient.on('request', () => arrived++)
    const slow = Array.from({ length: MOST_READING - 1 }, () => slowly(to))
    await vi.waitUntil(() => arrived === slow.length, PATIENT)
    expect((await ask('/v2/check', { body, to })).status).toBe(200)
    slow.push(slowly(to))
    await vi.waitUntil(() => arrived === slow.length + 1, PATIENT)
    const { status, headers } = await ask('/v2/check', { body, to })
    expect([status, headers['retry-after']]).toEqual([503, '1'])
    for (const { finish } of slow) finish()
    const statuses = await Promise.all(slow.map((one) => one.status))
    expect(statuses.filter((one) => one === 200).length).toBeGreaterThanOrEqual(MOST_WAITING)
    expect((await ask('/v2/check', { body, to })).status).toBe(200)
    patient.close()
    patient.closeAllConnections()
  })

  test('more than can wait are asked to come again, and then served', async () => {
    let asked = 0
    let release = () => {}
    const released = new Promise<undefined>((done) => {
      release = () => done(undefined)
    })
    const upstream = {
      check: () => {
        asked++
        return released
      },
      languages: async () => undefined,
    }
    const busy = serving({ upstream })
    const to = await listening(busy)
    const statusOf = async () => (await ask('/v2/check', { body, to })).status
    const waiting = Array.from({ length: MOST_WAITING }, statusOf)
    await vi.waitUntil(() => asked === MOST_WAITING, PATIENT)
    const { status, headers } = await ask('/v2/check', { body, to })
    expect([status, headers['retry-after']]).toEqual([503, '1'])
    release()
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([200]))
    expect(await statusOf()).toBe(200)
    busy.close()
    busy.closeAllConnections()
  })

  test.each([
    ['before its turn comes', true],
    ['while the one before it is checked', false],
  ])('a request whose client hangs up %s is not checked', async (_when, isEarly) => {
    const texts: string[] = []
    let release = () => {}
    const released = new Promise<void>((done) => {
      release = done
    })
    let hangUp = () => {}
    const noting = () => async (_tree: unknown, file: VFile) => {
      texts.push(String(file))
      if (texts.length > 1) return
      await released
      if (!isEarly) hangUp()
    }
    const held = serving({ settings: { ...settings, plugins: [noting] } })
    const to = await listening(held)
    let arrived = 0
    const closed = new Promise<void>((done) => {
      held.on('request', (_request, response) => {
        arrived++
        if (arrived === 2) response.on('close', done)
      })
    })
    const first = ask('/v2/check', { body: form({ text: 'First.', language: 'en' }), to })
    await vi.waitUntil(() => texts.length === 1, PATIENT)
    const left = request({ host: '127.0.0.1', port: to, path: '/v2/check', method: 'POST' })
    left.on('error', () => {})
    left.end(form({ text: 'Left.', language: 'en' }))
    hangUp = () => left.destroy()
    await vi.waitUntil(() => arrived === 2, PATIENT)
    const last = ask('/v2/check', { body: form({ text: 'Last.', language: 'en' }), to })
    await vi.waitUntil(() => arrived === 3, PATIENT)
    if (isEarly) {
      hangUp()
      await closed
    }
    release()
    expect((await first).status).toBe(200)
    expect((await last).status).toBe(200)
    expect(texts).toEqual(['First.', 'Last.'])
    held.close()
    held.closeAllConnections()
  })

  test.each([
    ['garbage', 'HTTP? No.\r\n\r\n'],
    [
      'a request that breaks off',
      'POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\ntext=',
    ],
    ['a strange address', 'GET http://%zz HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ])('%s costs nothing', async (_name, bytes) => {
    await new Promise<void>((done) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(bytes)
        setTimeout(() => socket.destroy(), 20)
      })
      socket.on('error', () => {})
      socket.on('close', () => done())
    })
    expect((await check('text=Sex+workers.&language=en')).matches).toHaveLength(1)
  })
})

describe('with another LanguageTool', () => {
  const theirs = { offset: 0, length: 2, message: 'Theirs', rule: { id: 'THEIRS' } }
  let other: Server
  let otherPort: number
  let reply: (path: string, body: string) => [number, string] | undefined
  let both: Server
  let bothPort: number
  /** The other server, waited for so many milliseconds: on a busy machine even a quick answer takes a while. */
  const upstreamFor = (patience: number) =>
    createUpstream(new URL(`http://127.0.0.1:${otherPort}/v2/`), patience)
  beforeAll(async () => {
    other = createServer(async (asked, response) => {
      let body = ''
      for await (const chunk of asked) body += chunk
      const answer = reply(asked.url ?? '', body)
      if (answer) response.writeHead(answer[0], { Location: '/elsewhere' }).end(answer[1])
    })
    otherPort = await listening(other)
    both = serving({ upstream: upstreamFor(60_000) })
    bothPort = await listening(both)
  })
  afterAll(() => {
    for (const one of [other, both]) {
      one.close()
      one.closeAllConnections()
    }
  })
  const body = 'text=We met R&D and sex workers.&language=en-GB'

  test('its finds stand beside ours, in order', async () => {
    let got = new URLSearchParams()
    reply = (_path, sent) => {
      got = new URLSearchParams(sent)
      return [200, JSON.stringify({ matches: [theirs] })]
    }
    const { matches, warnings } = await check(body, undefined, bothPort)
    expect(matches.map(({ rule }) => rule.id)).toEqual(['THEIRS', 'prostitution/sex-worker'])
    expect(got.get('text'), 'encoded, even if it came raw').toBe('We met R&D and sex workers.')
    expect(warnings.incompleteResults).toBe(false)
  })

  test.each([
    ['', 'en-GB'],
    ['<none>', 'en-GB'],
    ['EN-us', 'en-US'],
    ['auto', 'auto'],
    ['de-DE', 'de-DE'],
  ])('language "%s" is handed on as one that it knows: %s', async (language, known) => {
    let got = ''
    reply = (_path, sent) => {
      got = sent
      return [200, JSON.stringify({ matches: [] })]
    }
    await check(form({ text: 'Here.', language }), undefined, bothPort)
    expect(new URLSearchParams(got).get('language')).toBe(known)
  })

  test('in another language its finds stand alone', async () => {
    reply = () => [200, JSON.stringify({ matches: [theirs] })]
    const german = form({ text: 'Sex workers', language: 'de' })
    const { matches } = await check(german, undefined, bothPort)
    expect(matches.map(({ rule }) => rule.id)).toEqual(['THEIRS'])
  })

  const expectOnlyOurs = async (to: number) => {
    const { matches, warnings } = await check(body, undefined, to)
    expect(matches.map(({ rule }) => rule.id)).toEqual(['prostitution/sex-worker'])
    expect(warnings.incompleteResults).toBe(true)
  }

  test.each<[string, [number, string]]>([
    ['fails', [500, 'Error']],
    ['talks nonsense', [200, '<html>']],
    ['has no matches', [200, '{}']],
    ['sends us elsewhere', [302, '']],
  ])('one that %s costs none of ours', async (_name, answer) => {
    reply = () => answer
    await expectOnlyOurs(bothPort)
  })

  test('nor does one that says nothing', async () => {
    reply = () => undefined
    const hasty = serving({ upstream: upstreamFor(50) })
    await expectOnlyOurs(await listening(hasty))
    hasty.close()
    hasty.closeAllConnections()
  })

  test('finds with impossible places are left out', async () => {
    const wrong = [
      { ...theirs, offset: 999 },
      { ...theirs, length: -1 },
      { offset: 0, length: 1 },
      null,
    ]
    reply = () => [200, JSON.stringify({ matches: wrong })]
    expect((await check(body, undefined, bothPort)).matches).toHaveLength(1)
  })

  test('its languages are served, or ours if it has none to tell', async () => {
    const languages = async () =>
      JSON.parse((await ask('/v2/languages', { to: bothPort })).text).length
    reply = () => [200, JSON.stringify([{ name: 'German', code: 'de', longCode: 'de-DE' }])]
    expect(await languages()).toBe(1)
    reply = () => [500, '']
    expect(await languages()).toBeGreaterThan(5)
  })
})
