import { execFile } from 'node:child_process'

/** Why git did not do what it was asked: its own words. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

const LARGEST_OUTPUT = 1 << 30

/**
 * Runs git in a folder and gives what it prints.
 *
 * @throws GitError if it ends with another status than 0, or is not there.
 */
export function git(folder: string, args: readonly string[]): Promise<Buffer> {
  const options = { cwd: folder, encoding: 'buffer', maxBuffer: LARGEST_OUTPUT } as const
  return new Promise((resolve, reject) => {
    execFile('git', [...args], options, (error, out, complaint) => {
      if (!error) return resolve(out)
      const [line = ''] = String(complaint).trim().split('\n')
      reject(new GitError(line || error.message))
    })
  })
}
