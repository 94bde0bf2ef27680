import { appendFile } from 'node:fs/promises'
import process from 'node:process'
import { codeOf, type Failure } from '../files.ts'

/** Where a step of a GitHub workflow may write its summary, if this is one. */
export function summaryPath(): string | undefined {
  return process.env.GITHUB_STEP_SUMMARY || undefined
}

/** Adds Markdown to the summary of the present step; why not, if that fails. */
export async function addToSummary(path: string, markdown: string): Promise<Failure | undefined> {
  try {
    await appendFile(path, `${markdown}\n`)
    return undefined
  } catch (error) {
    return { path, reason: `the step summary cannot be written (${codeOf(error)})` }
  }
}
