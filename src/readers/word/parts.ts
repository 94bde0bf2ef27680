import type { Package, Part } from '../package.ts'
import { UnreadableError } from '../unreadable.ts'
import { elementsOf } from '../xml.ts'

/** The parts of a Word document that hold text or say how to read it. */
export interface WordParts {
  readonly document: Part
  readonly styles: Part | undefined
  readonly numbering: Part | undefined
  readonly footnotes: Part | undefined
  readonly endnotes: Part | undefined
  readonly comments: Part | undefined
  readonly headers: readonly Part[]
  readonly footers: readonly Part[]
}

/**
 * Finds the parts of a Word document by its relationships. A part has one role, the first of those it is given, so
 * that nothing is read, or annotated, twice.
 *
 * @throws UnreadableError if it has no main part.
 */
export function partsOf(files: Package): WordParts {
  const main = targetsOf(files, '', 'officeDocument')[0] ?? 'word/document.xml'
  const document = files.part(main)
  if (!document) {
    throw new UnreadableError('damaged', 'holds no Word text; open it in Word and save it as .docx')
  }
  const taken = new Set([document])
  const related = (type: string) =>
    targetsOf(files, main, type).flatMap((path) => {
      const part = files.part(path)
      if (!part || taken.has(part)) return []
      taken.add(part)
      return [part]
    })
  const [styles] = related('styles')
  const [numbering] = related('numbering')
  const [footnotes] = related('footnotes')
  const [endnotes] = related('endnotes')
  const [comments] = related('comments')
  return {
    document,
    styles,
    numbering,
    footnotes,
    endnotes,
    comments,
    headers: related('header'),
    footers: related('footer'),
  }
}

/** Where the relationships of a part are kept. */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`
}

/** The paths of the parts that a part is related to by a type; the package itself is the empty path. */
function targetsOf(files: Package, path: string, type: string): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return elementsOf(files.part(relationshipsPath(path))?.root)
    .filter(
      ({ attributes }) =>
        attributes.get('Type')?.endsWith(`/${type}`) && attributes.get('TargetMode') !== 'External',
    )
    .map(({ attributes }) => resolve(folder, attributes.get('Target') ?? ''))
}

/** A target is relative to the folder of the part that names it, or begins with a slash. */
function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
