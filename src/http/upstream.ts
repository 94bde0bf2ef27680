import { fieldsOf } from '../fields.ts'
import type { Language, Match } from './languagetool.ts'

/** A LanguageTool server whose finds are shown beside ours. */
export interface Upstream {
  /** Its finds for a request; `length` is that of the text with markup. Nothing if it fails or is late. */
  check(parameters: URLSearchParams, length: number): Promise<readonly Match[] | undefined>
  /** The languages that it knows; nothing if it fails or is late. */
  languages(): Promise<readonly Language[] | undefined>
}

/** LibreOffice waits ten seconds for an answer: milliseconds. */
const PATIENCE = 8000

/** No answer is read beyond this many bytes. */
const LARGEST_ANSWER = 16_000_000

/** Makes a client of the LanguageTool server at an address, with or without `/v2` at its end. */
export function createUpstream(address: URL, patience = PATIENCE): Upstream {
  const base = address.href.replace(/\/(?:v2\/?)?(?:check\/?)?$/, '')
  const ask = async (path: string, body?: URLSearchParams): Promise<unknown> => {
    try {
      const response = await fetch(`${base}/v2/${path}`, {
        ...(body && { method: 'POST', body }),
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      })
      return response.ok ? JSON.parse(await readAll(response)) : undefined
    } catch {
      return undefined
    }
  }
  return {
    async check(parameters, length) {
      const { matches } = fieldsOf(await ask('check', parameters))
      return Array.isArray(matches)
        ? matches.filter((match): match is Match => isMatch(match, length))
        : undefined
    },
    async languages() {
      const languages = await ask('languages')
      return Array.isArray(languages) ? languages.filter(isLanguage) : undefined
    },
  }
}

async function readAll(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > LARGEST_ANSWER) throw new RangeError('the answer is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function isMatch(value: unknown, most: number): boolean {
  const { offset, length, message } = fieldsOf(value)
  return (
    typeof message === 'string' &&
    Number.isInteger(offset) &&
    Number.isInteger(length) &&
    Number(offset) >= 0 &&
    Number(length) >= 0 &&
    Number(offset) + Number(length) <= most
  )
}

function isLanguage(value: unknown): value is Language {
  const { name, code, longCode } = fieldsOf(value)
  return [name, code, longCode].every((field) => typeof field === 'string')
}
