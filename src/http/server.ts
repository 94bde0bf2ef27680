import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { VFile } from 'vfile'
import { ofToday } from '../config/today.ts'
import { lint } from '../engine.ts'
import type { Settings } from '../settings.ts'
import { type AnnotatedText, parseAnnotated, plainText } from './annotated.ts'
import { parseForm } from './form.ts'
import { admit, mayRead, Refusal } from './guard.ts'
import { answerOf, LANGUAGES, languageOf, type Match, matchesOf } from './languagetool.ts'
import type { Upstream } from './upstream.ts'

/** What a server is made of. */
interface ServerOptions {
  readonly settings: Settings
  /** The version of Fairdraft, which clients show. */
  readonly version: string
  /** The name or number that the server listens on. */
  readonly host: string
  readonly upstream?: Upstream | undefined
  /** What is served at `/`: a page that needs nothing else, HTML. */
  readonly page?: string | undefined
}

/** The longest text that is checked: UTF-16 units. */
export const LONGEST_TEXT = 250_000
/** The largest request: bytes. An encoded text is up to nine times as long as it reads. */
const LARGEST_BODY = 9 * LONGEST_TEXT
/** So many checks wait at most, and whoever comes then is asked to come again. */
export const MOST_WAITING = 32
/** So many requests are read at once at most: a slow one holds up no check, and all together fit into memory. */
export const MOST_READING = 128
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS']
const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
}

/**
 * Makes a server that speaks LanguageTool’s protocol. It opens no file, keeps nothing of what it is sent and
 * logs nothing.
 */
export function createHttpServer(options: ServerOptions): Server {
  const service = createService(options)
  const server = createServer(TIMEOUTS, (request, response) => {
    request.on('error', () => response.destroy())
    void answer(request, response, service, options)
  })
  server.maxConnections = 256
  return server
}

/** What is answered at each path: a text, or an object to be sent as JSON. */
type Service = (request: IncomingMessage, response: ServerResponse) => Promise<string | object>

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  service: Service,
  { host }: ServerOptions,
): Promise<void> {
  const { origin } = request.headers
  if (origin !== undefined && mayRead(origin, host)) {
    response.setHeader('Access-Control-Allow-Origin', origin)
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type, Accept')
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST')
  }
  response.setHeader('Vary', 'Origin')
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  try {
    admit(request, host)
    const content = request.method === 'OPTIONS' ? '' : await service(request, response)
    send(response, content === '' ? 204 : 200, content)
  } catch (error) {
    const { status, message } =
      error instanceof Refusal ? error : { status: 500, message: 'a fault in Fairdraft' }
    // What was not read of the request cannot be told from the next one.
    if (!request.complete) response.setHeader('Connection', 'close')
    if (status === 503) response.setHeader('Retry-After', '1')
    if (status === 405) response.setHeader('Allow', METHODS.join(', '))
    send(response, status, `Error: ${message}\n`)
  }
}

function send(response: ServerResponse, status: number, content: string | object): void {
  if (response.destroyed) return
  const isText = typeof content === 'string'
  const type = isText ? 'text/plain' : 'application/json'
  if (!response.hasHeader('Content-Type')) {
    response.setHeader('Content-Type', `${type}; charset=utf-8`)
  }
  response.writeHead(status)
  response.end(isText ? content : JSON.stringify(content))
}

function createService(options: ServerOptions): Service {
  const { version, upstream, page } = options
  const check = createCheck(options)
  return async (request, response) => {
    if (!METHODS.includes(request.method ?? '')) {
      throw new Refusal(405, `this is asked with ${METHODS.join(', ')}; a check is POST /v2/check`)
    }
    const { pathname } = addressOf(request)
    switch (pathname.replace(/\/$/, '')) {
      case '':
        if (page === undefined) return `Fairdraft ${version}: clients of LanguageTool ask at /v2\n`
        response.setHeader('Content-Type', 'text/html; charset=utf-8')
        response.setHeader('Content-Security-Policy', "frame-ancestors 'none'")
        return page
      case '/v2/check':
        return check(request, response)
      case '/v2/languages':
        return (await upstream?.languages()) ?? LANGUAGES
      case '/v2/info':
        return { software: answerOf(version, languageOf(null), [], false).software }
      case '/v2/maxtextlength':
        return String(LONGEST_TEXT)
      case '/v2/words':
        return { words: [] }
      case '/v2/words/add':
        return { added: false }
      case '/v2/words/delete':
        return { deleted: false }
      default:
        throw new Refusal(404, 'no such page; a check is POST /v2/check')
    }
  }
}

/** Makes the check: one text at a time, however many ask. */
function createCheck({ settings, version, upstream }: ServerOptions): Service {
  const ours = settingsForParts(settings)
  const parametersOf = createReading()
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = async (
    annotated: AnnotatedText,
    parameters: URLSearchParams,
    { socket }: IncomingMessage,
  ): Promise<Match[]> => {
    // Whoever hung up while waiting, or is to be told that it took too long, is seen between two checks.
    await setImmediate()
    if (!socket.writable) return []
    const file = await lint(new VFile({ path: 'text.txt', value: annotated.text }), ofToday(ours))
    return matchesOf(file, annotated, parameters)
  }

  return async (request) => {
    const parameters = await parametersOf(request)
    if (waiting >= MOST_WAITING) throw new Refusal(503, 'too many texts at once; try again')
    waiting++
    try {
      const annotated = textOf(parameters)
      const language = languageOf(parameters.get('language'))
      // LanguageTool refuses a request without a language, or in one that it does not know: TeXstudio's "<none>".
      if (parameters.get('language') !== 'auto') parameters.set('language', language.longCode)
      const theirs = upstream?.check(parameters, annotated.length)
      const turn = last.then(() =>
        language.code === 'en' ? inTurn(annotated, parameters, request) : [],
      )
      last = turn.catch(() => {})
      const found = await turn
      const others = await theirs
      const matches = [...found, ...(others ?? [])].sort((a, b) => a.offset - b.offset)
      return answerOf(version, language, matches, theirs !== undefined && others === undefined)
    } finally {
      waiting--
    }
  }
}

/** Clients send paragraphs: what judges a document as a whole would be wrong of each. */
function settingsForParts(settings: Settings): Settings {
  return { ...settings, rules: settings.rules.filter(({ rule }) => !rule.meta.whole) }
}

/** Makes what reads requests: no more than some at once. */
function createReading(): (request: IncomingMessage) => Promise<URLSearchParams> {
  let reading = 0
  return async (request) => {
    if (request.method !== 'POST') return addressOf(request).searchParams
    if (reading >= MOST_READING) throw new Refusal(503, 'too many requests at once; try again')
    reading++
    try {
      return parseForm(await bodyOf(request))
    } finally {
      reading--
    }
  }
}

function addressOf({ url = '/' }: IncomingMessage): URL {
  try {
    return new URL(url, 'http://localhost')
  } catch {
    throw new Refusal(400, 'the address cannot be read; a check is POST /v2/check')
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request) {
      size += chunk.length
      if (size > LARGEST_BODY) throw new Refusal(413, `at most ${LARGEST_BODY} bytes at once`)
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(400, 'the request broke off')
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function textOf(parameters: URLSearchParams): AnnotatedText {
  const annotated = annotatedOf(parameters)
  if (annotated.text.length > LONGEST_TEXT) {
    throw new Refusal(413, `at most ${LONGEST_TEXT} characters at once`)
  }
  return annotated
}

function annotatedOf(parameters: URLSearchParams): AnnotatedText {
  const [text, data] = [parameters.get('text'), parameters.get('data')]
  if (text !== null) return plainText(text)
  if (data === null) throw new Refusal(400, 'the parameter "text" or "data" is missing')
  try {
    return parseAnnotated(data)
  } catch (error) {
    throw new Refusal(400, error instanceof SyntaxError ? error.message : 'wrong "data"')
  }
}
