// Builds the page: one file that holds the engine, the packs and the style, and may ask nothing of any server; and the same with the PDF library, which is larger than the page.
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { build, transform } from 'esbuild'
import { embed } from './embed.mjs'
import { standIn } from './rewrite.mjs'
import { undocumented } from './undocumented.mjs'

/** What the page neither shows nor works with: it would only make the page larger. */
const LEFT_OUT = [
  'schemas',
  'framings',
  'ids',
  ...['packs.about', 'packs.terms.examples', 'packs.terms.kind', 'packs.terms.since'],
  ...['law.about', 'law.provisions.commenced', 'law.provisions.doubt', 'law.sources.*.note'],
  ...['expectations.example', 'presets.about', 'presets.coverage', 'sources.*.note'],
  ...['about', 'dissent', 'members', 'sources'].map((key) => `viewpoints.*.${key}`),
]

/** The browser has the table of character references. */
const DECODER = standIn(/[\\/]entities[\\/]dist[\\/]decode\.js$/, 'web/entity-decoder.ts')
const NO_PLUGINS = standIn(/[\\/]src[\\/]full-tree\.ts$/, 'web/no-plugins.ts')
const NO_PDF = standIn(/[\\/]src[\\/]readers[\\/]pdf\.ts$/, 'web/no-pdf.ts')

const PAGES = [
  {
    file: 'dist/fairdraft.html',
    readsPdf: false,
    formats:
      'Word, OpenDocument, web page, Markdown or text (PDF: <a href="fairdraft-pdf.html">the larger page</a>)',
  },
  {
    file: 'dist/fairdraft-pdf.html',
    readsPdf: true,
    formats: 'Word, OpenDocument, PDF, web page, Markdown or text',
  },
]

const style = await styleOf('web/style.css')
const template = await readFile('web/page.html', 'utf8')
/** The modules that are in a page, by path: all their licences go along. */
export const inputs = {}
for (const page of PAGES) await writeFile(page.file, await pageOf(page))

async function pageOf({ readsPdf, formats }) {
  const { script, modules } = await bundle('web/main.ts', {
    plugins: [
      embed({ leftOut: LEFT_OUT, columns: true }),
      DECODER,
      NO_PLUGINS,
      ...(readsPdf ? [] : [NO_PDF]),
      undocumented,
    ],
    define: { READS_PDF: String(readsPdf) },
  })
  Object.assign(inputs, modules)
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return Object.entries({ policy, formats, style, script }).reduce(
    (text, [name, value]) => text.replace(`{{${name}}}`, () => value),
    template,
  )
}

async function bundle(entry, options) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    metafile: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    ...options,
  })
  return { script: outputFiles[0].text, modules: metafile.inputs }
}

/** The style of reports, which draw drafts the same way, and that of the page. */
async function styleOf(own) {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "export { STYLE as page } from './src/html.ts'; export { BARS as bars, STYLE as report } from './src/reporters/html/style.ts'",
      resolveDir: '.',
    },
    bundle: true,
    write: false,
    format: 'esm',
  })
  const { bars, page, report } = await import(
    `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`
  )
  const { code } = await transform(page + report + bars + (await readFile(own, 'utf8')), {
    loader: 'css',
    minify: true,
    target: 'es2022',
  })
  return code.trim()
}

function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
