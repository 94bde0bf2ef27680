import type { Package, Part } from '../../readers/package.ts'
import { relationshipsPath, type WordParts } from '../../readers/word/parts.ts'
import { elementsOf } from '../../readers/xml.ts'
import { splice } from '../splice.ts'
import type { Markup } from './markup.ts'

const CONTENT_TYPES = '[Content_Types].xml'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/**
 * Adds comments to a document: to those it has, or as a part of its own, which the document is then
 * related to. Answers the new text of the parts that change, by path.
 */
export function addComments(
  files: Package,
  parts: WordParts,
  comments: readonly (readonly string[])[],
  markup: Markup,
): Map<string, string> {
  const written = comments
    .map((paragraphs, index) => markup.comment(markup.commentId(index), paragraphs))
    .join('')
  const changed = new Map<string, string>()
  if (parts.comments) {
    changed.set(parts.comments.path, appended(parts.comments, written))
    return changed
  }
  const { path } = parts.document
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const name = freeName(files, folder)
  changed.set(
    `${folder}${name}`,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${markup.namespace}">${written}</w:comments>`,
  )
  for (const part of [related(files, path, name, markup), typed(files, `/${folder}${name}`)]) {
    if (part) changed.set(part.path, part.source)
  }
  return changed
}

function freeName(files: Package, folder: string): string {
  let name = 'comments.xml'
  for (let count = 1; files.part(`${folder}${name}`); count++) name = `comments${count}.xml`
  return name
}

interface Changed {
  readonly path: string
  readonly source: string
}

function related(files: Package, path: string, target: string, markup: Markup): Changed {
  const base = markup.isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const part = files.part(relationshipsPath(path))
  const used = new Set(elementsOf(part?.root).map(({ attributes }) => attributes.get('Id')))
  let id = 1
  while (used.has(`rId${id}`)) id += 1
  const element = `<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="rId${id}" Type="${base}/comments" Target="${target}"/>`
  const source = part
    ? appended(part, element)
    : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${element}</Relationships>`
  return { path: relationshipsPath(path), source }
}

function typed(files: Package, name: string): Changed | undefined {
  const part = files.part(CONTENT_TYPES)
  if (!part) return undefined
  const element = `<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="${name}" ContentType="${COMMENTS_TYPE}"/>`
  return { path: CONTENT_TYPES, source: appended(part, element) }
}

/** The source of a part with something at the end of its root. */
function appended({ source, root }: Part, text: string): string {
  if (root.contentEnd < root.end) {
    return splice(source, [{ start: root.contentEnd, end: root.contentEnd, text }])
  }
  const tag = source.slice(root.start, root.end)
  const [, name = ''] = /^<([^\s/>]+)/.exec(tag) ?? []
  const opened = `${tag.replace(/\/>$/, '>')}${text}</${name}>`
  return splice(source, [{ start: root.start, end: root.end, text: opened }])
}
