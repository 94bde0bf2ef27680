/** Drafts with findings, in Word’s and OpenDocument’s format, as they were and annotated. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { annotate, catalogue, lint, resolveSettings, stretchOf } from '../../src/index.ts'
import { asOdt, asWord, draftOf } from '../builders/draft.ts'

/** Who annotates them. */
export const AUTHOR = 'A. Reader'

const settings = resolveSettings({ extends: ['recommended'] }, catalogue)
const FORMATS = [
  ['docx', asWord],
  ['odt', asOdt],
] as const

/** A draft, and what annotating it gave. */
export interface Sample {
  /** The annotated file. */
  readonly path: string
  /** The file as it was. */
  readonly original: string
  /** What was found in it. */
  readonly file: VFile
  /** How many comments the annotated file must show: one a finding, and one for all about the whole. */
  readonly comments: number
  /** How many tracked replacements. */
  readonly replacements: number
  /** How many findings stand where the format holds no comment. */
  readonly elsewhere: number
}

/** Writes the samples into a folder: always the same. */
export function writeSamples(folder: string): Promise<Sample[]> {
  const drafts = fc.sample(draftOf(true), { numRuns: 6, seed: 20_260_301 })
  return Promise.all(
    FORMATS.flatMap(([extension, write]) =>
      drafts.map(async (draft, index): Promise<Sample> => {
        const bytes = write(draft)
        const original = join(folder, `${index}.${extension}`)
        const path = join(folder, `${index}-annotated.${extension}`)
        const file = await lint(new VFile({ path: original, value: bytes }), settings)
        const done = await annotate(bytes, file, { author: AUTHOR, date: new Date() })
        await writeFile(original, bytes)
        await writeFile(path, done.bytes)
        const placed = file.messages.filter((message) => stretchOf(message)).length
        const comments = placed + (file.messages.length > placed ? 1 : 0)
        const { replacements, elsewhere } = done
        return { path, original, file, comments, replacements, elsewhere: elsewhere.length }
      }),
    ),
  )
}

/** Whether a sample is a Word file. */
export function isWord({ path }: Sample): boolean {
  return path.endsWith('.docx')
}
