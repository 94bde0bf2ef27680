import { readFile } from 'node:fs/promises'
import { VFile } from 'vfile'
import { createDocument } from '../document.ts'
import { LONGEST_DOCUMENT } from '../engine.ts'
import { type Question, questionsIn } from '../questions.ts'
import { UnreadableError } from '../readers/decode.ts'
import { readFile as readBlocks } from '../readers/index.ts'
import { codeOf, type Failure, reasonFor } from './failure.ts'

/** Reads the questions of a consultation from a file of any format; the reason, if there are none. */
export async function readQuestions(path: string): Promise<readonly Question[] | Failure> {
  try {
    const file = new VFile({ path, value: await readFile(path) })
    const { reading } = readBlocks(file, LONGEST_DOCUMENT)
    const questions = questionsIn(createDocument(reading.blocks))
    const reason = 'holds no question; number them (“1.”, “Q1”) or end each with a question mark'
    return questions.length > 0 ? questions : { path, reason }
  } catch (error) {
    if (error instanceof UnreadableError) return { path, reason: error.message }
    return { path, reason: reasonFor(codeOf(error)) }
  }
}
