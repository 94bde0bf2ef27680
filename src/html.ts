/** Pages that stand alone: one file, no script, nothing fetched; readable in light, in dark and on paper. */

import { COMMAND_SIGN } from './printable.ts'

/** What a page holds. */
interface Page {
  /** Its title and main heading, as plain text. */
  readonly title: string
  /** What stands below the heading, as HTML. */
  readonly body: string
  /** Rules of style that only this page needs. */
  readonly style?: string
}

/** Makes a whole page, ready to be written to a file. */
export function createPage({ title, body, style = '' }: Page): string {
  const heading = escapeHtml(title)
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<style>${STYLE}${style}
</style>
</head>
<body>
<main>
<h1>${heading}</h1>
${body}
</main>
</body>
</html>
`
}

/** What means something in HTML. */
const MARKUP = /[&<>"']/g

/** What HTML cannot hold: control characters, half a character. */
const IMPOSSIBLE = /(?![\n\r\t])\p{Cc}|\p{Cs}/gu

/** What turns the direction of writing or breaks a line, also where the source of a page is shown. */
const STEERING = /[\u2028\u2029\u202A-\u202E\u2066-\u2069]/g

/** Text made safe to stand in HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(MARKUP, (sign) => ENTITIES[sign] ?? sign)
    .replace(IMPOSSIBLE, '\uFFFD')
    .replace(STEERING, reference)
    .replace(COMMAND_SIGN, reference)
}

function reference(sign: string): string {
  return `&#${sign.charCodeAt(0)};`
}

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** How every page looks. */
export const STYLE = `
  :root { color-scheme: light dark; --ink: light-dark(#1b1b1b, #ececec); --paper: light-dark(#fff, #161616);
    --soft: light-dark(#5a5a5a, #b0b0b0); --line: light-dark(#767676, #8a8a8a); --tint: light-dark(#f3f3f1, #242424);
    --link: light-dark(#0b4f8a, #8cc4ff) }
  * { box-sizing: border-box }
  body { background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; margin: 0 }
  main { margin: 0 auto; max-width: 72rem; padding: 2rem 1rem 4rem }
  h1, h2, h3 { line-height: 1.25; text-wrap: balance }
  h2 { margin-top: 2.5rem }
  p, li { max-width: 44rem }
  a { color: var(--link) }
  a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
  .soft { color: var(--soft) }
  .scroll { margin-top: 1.5rem; overflow-x: auto }
  table { border-collapse: collapse; width: 100% }
  caption { padding: .5rem 0; text-align: left }
  th, td { border: 1px solid var(--line); overflow-wrap: anywhere; padding: .5rem; text-align: left; vertical-align: top }
  thead th { background: var(--tint); border-bottom-width: 3px }
  td.number, th.number { overflow-wrap: normal; text-align: right; font-variant-numeric: tabular-nums }
  code { font-size: .85em; overflow-wrap: anywhere }
  mark { background: light-dark(#ffe9a8, #5a4700); color: inherit; padding: 0 .1em }
  sup { line-height: 1 }
  @media print {
    :root { color-scheme: light }
    body { font-size: 10pt }
    main { max-width: none; padding: 0 }
    .scroll { overflow: visible }
    thead { display: table-header-group }
    tr, figure { break-inside: avoid }
    h1, h2, h3, caption { break-after: avoid }
    mark { background: none; text-decoration: underline; print-color-adjust: exact }
  }`
