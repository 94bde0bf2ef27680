import { VFile } from 'vfile'
import { createDocument } from '../document.ts'
import { type Question, questionsIn } from '../questions.ts'
import { readFile as readBlocks } from '../readers/index.ts'
import { UnreadableError } from '../readers/unreadable.ts'
import { codeOf, type Failure, reasonFor } from './failure.ts'
import { LARGEST_FILE, readRegular } from './regular-file.ts'

/** Reads the questions of a consultation from a file of any format; the reason, if there are none. */
export async function readQuestions(path: string): Promise<readonly Question[] | Failure> {
  const value = await readRegular(path, LARGEST_FILE)
  if ('reason' in value) return { path, reason: value.reason }
  try {
    const file = new VFile({ path, value })
    const { reading } = await readBlocks(file)
    const questions = questionsIn(createDocument(reading.blocks))
    const reason = 'holds no question; number them (“1.”, “Q1”) or end each with a question mark'
    return questions.length > 0 ? questions : { path, reason }
  } catch (error) {
    if (error instanceof UnreadableError) return { path, reason: error.message }
    return { path, reason: reasonFor(codeOf(error)) }
  }
}
