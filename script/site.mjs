// Builds site/ from docs/: HTML that works from disk, under a strict policy, and without JavaScript.
// npm run site
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/** What a page is, by its folder, and what a part of a page is, by the page. */
const KINDS = { terms: 'pack', law: 'law', rules: 'rule', presets: 'house style' }
const PARTS = { 'viewpoints.md': 'viewpoint', 'sources.md': 'source' }

const TARGET = process.argv[2] ?? 'site'
const style = await readFile('script/site/style.css', 'utf8')
const script = await readFile('script/site/search.js', 'utf8')
const names = (await readdir('docs', { recursive: true }))
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.md'))
  .sort()
const sources = new Map()
for (const name of names) sources.set(name, await readFile(join('docs', name), 'utf8'))

await rm(TARGET, { recursive: true, force: true })
for (const [name, markdown] of sources) {
  const content = [trailOf(name), contentOf(markdown)].filter(Boolean).join('\n')
  await save(addressOf(name), pageOf(addressOf(name), titleOf(name), content))
}
await save('search.html', pageOf('search.html', 'Search', searchPage(), script))

async function save(path, html) {
  await mkdir(dirname(join(TARGET, path)), { recursive: true })
  await writeFile(join(TARGET, path), html)
}

function addressOf(name) {
  return name.replace(/(^|\/)README\.md$/, '$1index.html').replace(/\.md$/, '.html')
}

/** A page of Markdown as HTML: links lead to pages, and every heading has an address. */
function contentOf(markdown) {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  const taken = new Set()
  return html
    .replace(/<p>&lt;a id=&quot;([\w-]+)&quot;&gt;&lt;\/a&gt;<\/p>\s*<(h\d)>/g, '<$2 id="$1">')
    .replace(/<(h\d)( id="([^"]*)")?>(.*?)<\/\1>/g, (_all, tag, _id, own, inner) => {
      const id = own ?? slug(inner)
      const free = !taken.has(id) && taken.add(id)
      return free ? `<${tag} id="${id}">${inner}</${tag}>` : `<${tag}>${inner}</${tag}>`
    })
    .replace(/<a href="([^"]*)">(.*?)<\/a>/g, (link, href, inner) => {
      if (/^[a-z]+:/.test(href)) return link
      if (href.startsWith('..') && !href.includes('.md')) return inner
      const [path, hash] = href.split('#')
      return `<a href="${addressOf(path)}${hash ? `#${hash}` : ''}">${inner}</a>`
    })
}

/** Links to the pages above a page. */
function trailOf(name) {
  const folders = posix.dirname(name).split('/')
  const above = folders
    .map((_folder, index) => `${folders.slice(0, index + 1).join('/')}.md`)
    .filter((page) => sources.has(page))
  if (name === 'README.md') return ''
  const links = ['README.md', ...above].map((page) => {
    const href = posix.relative(posix.dirname(name), addressOf(page))
    const title = page === 'README.md' ? 'Index' : titleOf(page)
    return `<li><a href="${href}">${escaped(title)}</a></li>`
  })
  return `<nav class="trail" aria-label="Above this page"><ul>${links.join('')}</ul></nav>`
}

function titleOf(name) {
  return /^# (.+)$/m.exec(sources.get(name))?.[1] ?? name
}

function slug(html) {
  const words = html.replace(/<[^>]*>|&\w+;/g, '').toLowerCase()
  return words.replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-')
}

function pageOf(address, title, content, code) {
  const root = '../'.repeat(address.split('/').length - 1)
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src ${code ? `'${hashOf(code)}'` : "'none'"}`,
    "base-uri 'none'",
  ].join('; ')
  const search = code
    ? ''
    : `<form role="search" action="${root}search.html"><label for="q">Search</label><input id="q" name="q" type="search" autocomplete="off"><button>Go</button></form>`
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(title)} · Fairdraft</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<p><a href="${root}index.html">Fairdraft</a></p>
<nav aria-label="Main"><ul>
<li><a href="${root}viewpoints.html">Viewpoints</a></li>
<li><a href="${root}sources.html">Sources</a></li>
<li><a href="${root}search.html">All entries</a></li>
</ul></nav>
${search}
</header>
<main id="content" tabindex="-1">
${content}
</main>
<footer><p>Made from the data of Fairdraft. Information, not legal advice.</p></footer>
${code ? `<script>${code}</script>\n` : ''}</body>
</html>
`
}

function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** Every entry on one page: a list for everybody, filtered where there is JavaScript. */
function searchPage() {
  const items = [...sources].flatMap(([name, markdown]) => entriesOf(name, markdown))
  items.sort((a, b) => a.title.localeCompare(b.title, 'en-GB', { numeric: true }))
  const lines = items.map(
    ({ title, words, href, kind }) =>
      `<li data-words="${escaped(words)}"><a href="${href}">${escaped(title)}</a> <span class="kind">${kind}</span></li>`,
  )
  return `<h1>Search</h1>
<form role="search" action="search.html"><label for="q">Words or ids</label><input id="q" name="q" type="search" autocomplete="off"><button>Go</button></form>
<noscript><p>Without JavaScript, look through the list with your browser’s own search.</p></noscript>
<p role="status">${items.length} entries</p>
<ul id="found">
${lines.join('\n')}
</ul>`
}

/** A page and the places in it that have an address of their own. */
function entriesOf(name, markdown) {
  const [first = '', ...parts] = markdown.split(/^<a id="/m)
  return [
    { ...entry(first), href: addressOf(name), kind: kindOf(name) },
    ...parts.map((part) => ({
      ...entry(part),
      href: `${addressOf(name)}#${part.slice(0, part.indexOf('"'))}`,
      kind: PARTS[name] ?? 'page',
    })),
  ]
}

function kindOf(name) {
  const [folder, ...path] = name.split('/')
  if (folder === 'terms' && path.length > 1) return 'wording'
  return KINDS[folder] ?? 'page'
}

/** The title of a part, and what it may be looked up by: its id, wordings and other names. */
function entry(markdown) {
  const [, title = ''] = /^#{1,2} (.+)$/m.exec(markdown) ?? []
  const [, id = ''] = /`([^`]+)`/.exec(markdown) ?? []
  const [, wordings = ''] = /^## Wordings\n\n(.+)$/m.exec(markdown) ?? []
  const [, names = ''] = /^## Also called\n\n((?:- .+\n?)+)/m.exec(markdown) ?? []
  const [, subtitle = ''] = /^# .+\n\n([^`\n].*)$/m.exec(markdown) ?? []
  return {
    title,
    words: [id, wordings, names.replaceAll('\n- ', ', '), subtitle].join(' ').slice(0, 2000),
  }
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
