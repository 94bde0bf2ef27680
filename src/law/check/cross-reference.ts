/** References inside a clause of a Bill, or a section, that cannot be right. */
import type { Block } from '../../blocks.ts'
import type { Document, Range } from '../../document.ts'
import { asked, isSameMap, ofDocument, rememberedByRun } from '../../remember.ts'
import type { LawReport } from '../report.ts'

/** A line of a clause, with the subsection that it belongs to. */
interface Line extends Range {
  readonly block: Block
  readonly subsection: Subsection
}

interface Subsection {
  readonly number: string
  /** The letters of its paragraphs. */
  readonly letters: Set<string>
  /** What it speaks of, other than by reference. */
  readonly subjects: Set<string>
}

interface Clause {
  readonly subsections: Map<string, Subsection>
  readonly lines: Line[]
}

/** The references in a block, as a part of a clause, that lead to no such paragraph or to the wrong subsection. */
export const crossReferences = asked(
  (document, block): readonly LawReport[] => allReferences(document).get(block) ?? NONE,
)

const NONE: readonly LawReport[] = []

const allReferences = ofDocument((document): ReadonlyMap<Block, readonly LawReport[]> => {
  const found = new Map<Block, LawReport[]>()
  for (const clause of clausesIn(document)) {
    for (const line of clause.lines) {
      for (const report of [...wronglyWritten(clause, line), ...misdirected(clause, line)]) {
        const those = found.get(line.block)
        if (those) those.push(report)
        else found.set(line.block, [report])
      }
    }
  }
  return found
}, isSameMap)

const MARKER = /^\s*["“‘]?\((\d{1,3}[A-Z]*|[a-z])\)(?=\s|$)/

/** The runs of lines that are numbered (1), (2) …, each with the lines below it. */
function clausesIn(document: Document): Clause[] {
  const clauses: Clause[] = []
  let clause: Clause | undefined
  let subsection: Subsection | undefined
  const read = (block: Block) => {
    if (block.kind === 'heading') clause = subsection = undefined
    for (const { start, end, marker } of linesOf(block)) {
      if (marker === '1') {
        clause = { subsections: new Map(), lines: [] }
        clauses.push(clause)
      }
      if (clause && marker && /\d/.test(marker)) {
        subsection = { number: marker, letters: new Set(), subjects: new Set() }
        clause.subsections.set(marker, subsection)
      } else if (marker) subsection?.letters.add(marker)
      if (!clause || !subsection) continue
      const line = { block, start, end, subsection }
      for (const subject of subjectsOf(textOf(line))) subsection.subjects.add(subject)
      clause.lines.push(line)
    }
  }
  for (const run of document.runs) if (clause || opensClause(document, run)) run.forEach(read)
  return clauses
}

const opensClause = rememberedByRun((_, run) =>
  run.some((block) => linesOf(block).some(({ marker }) => marker === '1')),
)

function linesOf(block: Block): (Range & { readonly marker: string | undefined })[] {
  let end = -1
  return block.text.split('\n').map((line, index) => {
    const start = end + 1
    end = start + line.length
    const written = index === 0 && block.marker ? block.marker : line
    return { start, end, marker: MARKER.exec(written)?.[1] }
  })
}

const SUBJECTS = 'regulations|order|notice|guidance|code'
const SUBJECT = new RegExp(`\\b(${SUBJECTS})\\b`, 'gi')
/** "Regulations made under subsection (5)". */
const REFERENCE = new RegExp(
  `\\b(${SUBJECTS})\\s(?:made |given |issued )?(?:under|by)\\ssubsection\\s?\\((\\d{1,3}[A-Z]*)\\)`,
  'gi',
)

/** What a line speaks of, and does not only refer to. */
function subjectsOf(text: string): string[] {
  return [...text.replace(REFERENCE, '').matchAll(SUBJECT)].map(([word]) => word.toLowerCase())
}

function textOf({ block, start, end }: Line): string {
  return block.text.slice(start, end)
}

/** What is reported of words in a line, but for what is said of them. */
function at({ block, start }: Line, { 0: words, index }: RegExpExecArray) {
  const place = start + index
  return { block, start: place, end: place + words.length, severity: 'warning' as const }
}

/** "Section 1a" in a clause whose subsection (1) has a paragraph (a). */
function wronglyWritten({ subsections }: Clause, line: Line): LawReport[] {
  return [...textOf(line).matchAll(GLUED)].flatMap((match): LawReport[] => {
    const [words, number = '', letter = ''] = match
    if (!subsections.get(number)?.letters.has(letter)) return []
    const meant = `subsection (${number})(${letter})`
    return [
      {
        ...at(line, match),
        reason: `“${words}” is no reference to this clause: its paragraph (${letter}) is “${meant}”.`,
        expected: [meant],
      },
    ]
  })
}

const GLUED = /\b(?:sub)?section\s?(\d{1,3})([a-z])\b(?!\s(?:of|to)\s(?:the|that|an)\b)/g

/** A reference to a subsection that says nothing of its subject, where one other does. */
function misdirected({ subsections }: Clause, line: Line): LawReport[] {
  return [...textOf(line).matchAll(REFERENCE)].flatMap((match): LawReport[] => {
    const [words, written = '', number = ''] = match
    const subject = written.toLowerCase()
    const target = subsections.get(number)
    if (!target || target.subjects.has(subject)) return []
    const others = [...subsections.values()].filter(({ subjects }) => subjects.has(subject))
    const [meant] = others
    if (!meant || others.length > 1) return []
    return [
      {
        ...at(line, match),
        reason: `Subsection (${number}) says nothing of ${a(subject)}: subsection (${meant.number}) does.`,
        expected: [`${words.slice(0, words.lastIndexOf('('))}(${meant.number})`],
      },
    ]
  })
}

function a(subject: string): string {
  return subject === 'regulations' || subject === 'guidance'
    ? subject
    : `${subject === 'order' ? 'an' : 'a'} ${subject}`
}
