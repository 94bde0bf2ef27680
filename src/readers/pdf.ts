import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Notice } from '../blocks.ts'
import type { Location } from '../finding.ts'
import { LONGEST_DOCUMENT, MOST_PIECES } from './cut.ts'
import type { Extract } from './index.ts'
import { type Page, sortFurniture } from './pdf/furniture.ts'
import { type Item, type Line, LOST, linesOf } from './pdf/lines.ts'
import { type Flowed, flow } from './pdf/paragraphs.ts'
import { readText } from './text.ts'
import { UnreadableError } from './unreadable.ts'

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
type DocumentPage = Awaited<ReturnType<Document['getPage']>>
type TextContent = Awaited<ReturnType<DocumentPage['getTextContent']>>

/** How much of a file is read: UTF-16 units, and lines or what is drawn on one page. */
interface Limits {
  readonly longest: number
  readonly most: number
}

const LIMITS: Limits = { longest: LONGEST_DOCUMENT, most: MOST_PIECES }

/**
 * Reads the text of a PDF, line by line; headers and footers come once, at the end, and page numbers not
 * at all. Pages that are only pictures, and letters that the file does not name, are reported. Reading stops where
 * there is more than the limits allow.
 *
 * @throws UnreadableError if the file is damaged or protected by a password.
 */
export async function readPdf(bytes: Uint8Array, limits = LIMITS): Promise<Extract> {
  const document = await open(bytes)
  let isCut = false
  try {
    const extract = await readPages(document, limits)
    isCut = extract.cut !== undefined
    return extract
  } finally {
    const ended = document.loadingTask.destroy().catch(() => {})
    // A page that was not read to its end never ends.
    if (!isCut) await ended
  }
}

async function readPages(document: Document, limits: Limits): Promise<Extract> {
  const pages: Page[] = []
  const scanned: number[] = []
  let { longest, most } = limits
  for (let number = 1; number <= document.numPages && longest > 0 && most > 0; number++) {
    const page = await intact(document.getPage(number))
    const [, bottom = 0, , top = 1] = page.view
    const items = await intact(itemsOf(page, { longest, most }))
    const lines = linesOf(items, number)
    pages.push({ lines, bottom, top })
    longest -= lengthOf(items)
    // Many items make a line, but of too many on one page not all were read.
    most -= items.length < most ? lines.length : most
    page.cleanup()
  }
  const { pages: lines, furniture } = sortFurniture(pages)
  for (const [index, inPage] of lines.entries()) {
    if (inPage.length > 0) continue
    if (await hasPicture(await intact(document.getPage(index + 1)))) scanned.push(index + 1)
  }
  const extract = extractOf(flow(lines, furniture), scanned, document.numPages)
  return longest > 0 && most > 0 ? extract : { ...extract, cut: extract.text.length }
}

/** What is drawn on a page, until there is more than the limits allow. */
async function itemsOf(page: DocumentPage, { longest, most }: Limits): Promise<Item[]> {
  const items: Item[] = []
  const reader: ReadableStreamDefaultReader<TextContent> = page.streamTextContent().getReader()
  let length = 0
  while (length < longest && items.length < most) {
    const { done, value } = await reader.read()
    if (done) return items
    const drawn = value.items.flatMap(asDrawn)
    for (const item of drawn) items.push(item)
    length += lengthOf(drawn)
  }
  // pdf.js waits until more is asked for; told to stop, it stumbles.
  return items
}

function lengthOf(items: readonly Item[]): number {
  return items.reduce((sum, { str }) => sum + str.length, 0)
}

function extractOf(
  { text, starts, ranks }: Flowed,
  scanned: readonly number[],
  pages: number,
): Extract {
  const { blocks, notices } = readText(text, ranks)
  const locate = (offset: number): Location => {
    const line = lineAt(starts, offset)
    return line ? { page: line.page, line: line.number } : {}
  }
  return {
    text,
    blocks,
    directives: [],
    notices: [...notices, ...scanNotices(scanned, pages), ...lostNotices(text, locate)],
    locate,
  }
}

function lineAt(starts: Flowed['starts'], offset: number): Line | undefined {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return starts[Math.max(low - 1, 0)]?.line
}

async function open(bytes: Uint8Array): Promise<Document> {
  try {
    // The copy is given away: pdf.js takes the memory of what it reads.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new UnreadableError(
        'protected',
        'is protected by a password; open it with the password, print it to a new PDF, and check that',
      )
    }
    // The small page's stand-in for pdf.js says what to do.
    throw error instanceof UnreadableError ? error : damaged()
  }
}

/** What pdf.js gives, unless it stumbles over the file. */
function intact<Given>(given: Promise<Given>): Promise<Given> {
  return given.catch(() => {
    throw damaged()
  })
}

function damaged(): UnreadableError {
  return new UnreadableError(
    'damaged',
    'is a damaged or incomplete PDF; fetch it again, or export it again from the program that made it',
  )
}

/** What is drawn; the rest marks structure. */
function asDrawn(item: Item | object): Item[] {
  return 'str' in item ? [item] : []
}

async function hasPicture(page: DocumentPage): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS()
  const pictures = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]
  const { fnArray } = await intact(page.getOperatorList())
  return fnArray.some((operator) => pictures.includes(operator))
}

function scanNotices(scanned: readonly number[], pages: number): Notice[] {
  if (scanned.length === 0) return []
  const which =
    scanned.length === pages
      ? 'This PDF holds pictures of pages and no text, so nothing was checked'
      : `${listed(scanned)} of this PDF ${scanned.length > 1 ? 'are' : 'is'} a picture without text, which was not checked`
  return [
    {
      id: 'no-text',
      severity: 'warning',
      reason: `${which}. Have its text recognised (OCR) and check the result, or check the document it was made from.`,
    },
  ]
}

function lostNotices(text: string, locate: (offset: number) => Location): Notice[] {
  const start = text.indexOf(LOST)
  if (start < 0) return []
  const offsets = [...text.matchAll(/\uFFFD/g)].map(({ index }) => index)
  const pages = [...new Set(offsets.flatMap((offset) => locate(offset).page ?? []))]
  return [
    {
      id: 'text-lost',
      severity: 'warning',
      reason: `On ${listed(pages).toLowerCase()} of this PDF, letters are drawn that the file does not name (${offsets.length} times; often “fi” or “fl”). Words with them were not checked: check the document it was made from.`,
      start,
      end: start + LOST.length,
    },
  ]
}

const MOST_LISTED = 10

function listed(pages: readonly number[]): string {
  const shown = pages.slice(0, MOST_LISTED).join(', ')
  return `${pages.length > 1 ? 'Pages' : 'Page'} ${shown}${pages.length > MOST_LISTED ? ' …' : ''}`
}
