/** Pages that stand alone. */
import { expect, test } from 'vitest'
import { createPage, escapeHtml } from '../src/html.ts'

test('text cannot break out of an element or an attribute', () => {
  expect(escapeHtml(`<a href='x' title="y">&amp;`)).toBe(
    '&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;amp;',
  )
})

test('a page names its language, its title and its heading, and fetches nothing', () => {
  const page = createPage({ title: 'A < B', body: '<p>Text.</p>' })
  expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
  expect(page).toContain('<title>A &lt; B</title>')
  expect(page).toContain('<h1>A &lt; B</h1>')
  expect(page).not.toMatch(/<script|<link|\bsrc=|@import|url\(/)
})
