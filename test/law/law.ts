import { readdirSync, readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { parse } from 'yaml'
import type { Block } from '../../src/blocks.ts'
import { createDocument, type Document } from '../../src/document.ts'
import type { Finding } from '../../src/finding.ts'
import { createRegistry } from '../../src/law/registry.ts'
import { readMarkdown } from '../../src/readers/markdown.ts'
import { readText } from '../../src/readers/text.ts'
import type { Rule } from '../../src/rule.ts'
import { emptyTree } from '../../src/tree.ts'
import type { Law } from '../../src/types/law.ts'

/** The files of law/, by name. */
export const laws: ReadonlyMap<string, Law> = new Map(
  readdirSync('law').map((name) => [name, parse(readFileSync(`law/${name}`, 'utf8'))]),
)

export const registry = createRegistry([...laws.values()])

/** A document of one paragraph, and the paragraph. */
export function paragraph(text: string): { document: Document; block: Block } {
  const document = createDocument(readMarkdown(text).blocks)
  const [block] = document.blocks
  if (!block) throw new Error(`No block in "${text}"`)
  return { document, block }
}

/** What a rule finds in a text, read as Markdown or as plain text. */
export function find(rule: Rule, text: string, format: 'md' | 'txt' = 'md'): Finding[] {
  const file = new VFile({ value: text })
  const { blocks } = format === 'md' ? readMarkdown(text) : readText(text)
  const processor: ThisParameterType<Rule> = Object.create(null)
  const transform = rule.call(processor)
  if (typeof transform !== 'function') throw new Error('The rule gives no transformer')
  transform(emptyTree(createDocument(blocks)), file, () => undefined)
  return file.messages
}
