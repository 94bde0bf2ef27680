/** What clients of LanguageTool send, whatever they say that it is. */

/** A pair is complete, and every sign is one that an encoded form may hold. */
const ENCODED = /^(?:[^=&]+=(?:[\w*\-.~+!'()]|%[\da-f]{2}|=)*(?:&|$))*$/i

/** LibreOffice before version 7.6 sends the text as it is. What follows it cannot hold an ampersand. */
const RAW = /^text=([\s\S]*)&language=([^&]*)((?:&(?:username|apiKey)=[^&]*)*)$/

/**
 * The parameters of a form. Where the form is not encoded, as from older LibreOffice, the text is everything
 * up to the language, so that "R&D" and "100 %" stay whole.
 */
export function parseForm(body: string): URLSearchParams {
  const raw = ENCODED.test(body) ? null : RAW.exec(body)
  if (!raw) return new URLSearchParams(body)
  const [, text = '', language = '', rest = ''] = raw
  return new URLSearchParams([['text', text], ['language', language], ...new URLSearchParams(rest)])
}
