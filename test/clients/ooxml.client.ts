/** Annotated Word files as Microsoft’s Open XML SDK sees them. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { installed, temporaryFolder } from './programs.ts'
import { isWord, writeSamples } from './samples.ts'

test('Microsoft’s Open XML SDK finds no kind of mistake that the original does not have', async () => {
  const validator = installed('.bin/ooxml-validator')
  for (const { path, original } of (await writeSamples(temporaryFolder())).filter(isWord)) {
    const known = await mistakesIn(validator, original)
    const kinds = await mistakesIn(validator, path)
    expect(
      kinds.filter((kind) => !known.includes(kind)),
      path,
    ).toEqual([])
  }
})

/** The kinds of mistakes that the validator finds in a file. */
async function mistakesIn(validator: string, path: string): Promise<string[]> {
  const asked = promisify(execFile)(validator, [path, '--officeVersion', 'Microsoft365'])
  // Its exit status says whether it found any; its answer, which.
  const { stdout } = await asked.catch((failure: { stdout: string }) => failure)
  const answer: { errors?: { id: string; description: string }[] } = JSON.parse(stdout)
  return (answer.errors ?? []).map(({ id, description }) => `${id} ${description}`)
}
