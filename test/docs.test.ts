/** The pages of docs/ and the site made of them. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { data } from '../src/data.ts'
import { catalogue } from '../src/index.ts'

const CURE = 'run `npm run generate` and commit docs/'

/** A page: its path, and every address in it that a link may lead to. */
interface PageFile {
  readonly path: string
  readonly text: string
  readonly anchors: ReadonlySet<string>
}

function pagesIn(paths: readonly string[], anchorsIn: (text: string) => string[]): PageFile[] {
  return paths.map((path) => {
    const text = readFileSync(path, 'utf8')
    return { path, text, anchors: new Set(anchorsIn(text)) }
  })
}

function filesIn(folder: string, extension: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => join(folder, name))
}

/** Links to files that are not there, and to places in pages that are not there. */
function broken(pages: readonly PageFile[], linksIn: (text: string) => string[]): string[] {
  const byPath = new Map(pages.map((page) => [normalize(page.path), page]))
  return pages.flatMap(({ path, text }) =>
    linksIn(text)
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [file = '', hash] = (link.split('?')[0] ?? '').split('#')
        const target = normalize(file ? join(dirname(path), file) : path)
        if (!existsSync(target)) return true
        return hash !== undefined && byPath.get(target)?.anchors.has(hash) === false
      })
      .map((link) => `${path}: ${link}`),
  )
}

const markdown = pagesIn(
  [...filesIn('docs', '.md'), ...readdirSync('.').filter((name) => name.endsWith('.md'))],
  (text) => [
    ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id),
    ...[...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => slug(title)),
  ],
)

/** The address that GitHub gives a heading. */
function slug(title: string): string {
  const words = title.replace(/[`*]|\[|\]\([^)]*\)/g, '').toLowerCase()
  return words.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')
}

test('no link of a Markdown page is broken', () => {
  const links = (text: string) =>
    [...text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').matchAll(/\]\(([^)\s]+)\)/g)].map(
      ([, link = '']) => link,
    )
  expect(broken(markdown, links), CURE).toEqual([])
})

describe('everything has its place in docs/', () => {
  const anchors = (path: string) =>
    markdown.find((page) => page.path === join('docs', path))?.anchors
  const missing = (path: string, ids: readonly string[]) => {
    const there = anchors(path)
    return there ? ids.filter((id) => !there.has(id)).map((id) => `${path}#${id}`) : [path]
  }

  test('rules, house styles, terms and provisions', () => {
    const paths = [
      ...catalogue.rules.map(({ meta }) => `rules/${meta.id}.md`),
      ...catalogue.presets.map(({ name }) => `presets/${name}.md`),
      ...catalogue.packs.flatMap(({ pack }) =>
        pack.terms.map(({ id }) => `terms/${pack.pack}/${id}.md`),
      ),
      ...data.law.flatMap(({ jurisdiction, provisions }) =>
        provisions.map(({ id }) => `law/${jurisdiction}/${id}.md`),
      ),
    ]
    expect(
      paths.filter((path) => !anchors(path)),
      CURE,
    ).toEqual([])
  })

  test('viewpoints and sources', () => {
    const paths = [
      ...missing('viewpoints.md', Object.keys(catalogue.knowledge.viewpoints)),
      ...missing('sources.md', Object.keys(catalogue.knowledge.sources)),
    ]
    expect(paths, CURE).toEqual([])
  })
})

describe('the site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairdraft-site-'))
  let html: readonly PageFile[] = []

  beforeAll(() => {
    execFileSync(process.execPath, ['script/site.mjs', folder])
    html = pagesIn(filesIn(folder, '.html'), (text) =>
      [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id),
    )
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('no link is broken, and no id stands twice on a page', () => {
    const links = (text: string) =>
      [...text.matchAll(/ (?:href|action|src)="([^"]*)"/g)].map(([, link = '']) => link)
    expect(broken(html, links), CURE).toEqual([])
    const twice = html.flatMap(({ path, text }) => {
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: ${id}`)
    })
    expect(twice).toEqual([])
  })

  test('every page stands alone: nothing is loaded, and only its own code may run', () => {
    for (const { path, text } of html) {
      expect(text, path).toMatch(
        /http-equiv="Content-Security-Policy" content="default-src 'none'; /,
      )
      expect(text, path).not.toMatch(/<(?:img|link|iframe|script src)/)
      expect(text, path).not.toMatch(/'unsafe-inline'|&lt;a id=/)
    }
  })
})
